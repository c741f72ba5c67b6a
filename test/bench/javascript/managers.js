'use strict';
const { Fn, Stack } = require('aws-cdk-lib/core');
const autoscaling = require('aws-cdk-lib/aws-autoscaling');
const cloudwatch = require('aws-cdk-lib/aws-cloudwatch');
const ec2 = require('aws-cdk-lib/aws-ec2');
const iam = require('aws-cdk-lib/aws-iam');
const { Construct } = require('constructs');
const { named } = require('./network');
const { SESSION_MANAGER } = require('./nodes');

/** How the Stream Managers start; their user data comes later, since it needs the database. */
class ServerTemplate extends Construct {
  constructor(scope, id, { name, network, userData }) {
    super(scope, id);
    const server = `${name}-stream-manager`;
    this.securityGroup = network.closedGroup(this, 'SecurityGroup', `Servers of ${server}`);
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      description: `Servers of ${server}`,
    });
    new iam.Policy(this, 'SessionManager', {
      statements: [new iam.PolicyStatement({ actions: SESSION_MANAGER, resources: ['*'] })],
      roles: [this.role],
    });
    const profile = new iam.CfnInstanceProfile(this, 'Profile', { roles: [this.role.roleName] });
    const tags = (resourceType) => ({ resourceType, tags: named(server) });
    this.template = new ec2.CfnLaunchTemplate(this, 'LaunchTemplate', {
      launchTemplateData: {
        imageId: 'ami-0123456789abcdef0',
        instanceType: 'c5.large',
        iamInstanceProfile: { arn: profile.attrArn },
        monitoring: { enabled: true },
        metadataOptions: {
          httpEndpoint: 'enabled',
          httpTokens: 'required',
          httpPutResponseHopLimit: 1,
          instanceMetadataTags: 'enabled',
        },
        blockDeviceMappings: [
          {
            deviceName: '/dev/sda1',
            ebs: { volumeType: 'gp3', volumeSize: 16, encrypted: true, deleteOnTermination: true },
          },
        ],
        networkInterfaces: [
          {
            deviceIndex: 0,
            associatePublicIpAddress: false,
            deleteOnTermination: true,
            groups: [this.securityGroup.securityGroupId],
          },
        ],
        tagSpecifications: [tags('instance'), tags('volume')],
        userData: Fn.base64(userData),
      },
      tagSpecifications: [tags('launch-template')],
    });
  }
}

/** The group of Stream Managers: it grows by load, and each ends only when the guard lets it. */
class Managers extends Construct {
  constructor(scope, id, { network, template, targetGroupArns }) {
    super(scope, id);
    this.group = new autoscaling.CfnAutoScalingGroup(this, 'Group', {
      vpcZoneIdentifier: network.privateSubnets.map((subnet) => subnet.ref),
      launchTemplate: {
        launchTemplateId: template.template.ref,
        version: template.template.attrLatestVersionNumber,
      },
      minSize: '2',
      maxSize: '6',
      healthCheckType: 'ELB',
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 180,
      newInstancesProtectedFromScaleIn: true,
      instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 150 },
      metricsCollection: [{ granularity: '1Minute' }],
      targetGroupArns,
    });
    this.group.node.addDependency(network.outboundAccess, template.role);
    this.scaleOut();
    new autoscaling.CfnLifecycleHook(this, 'DrainHook', {
      autoScalingGroupName: this.group.ref,
      lifecycleHookName: 'drain',
      lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      heartbeatTimeout: 900,
      defaultResult: 'CONTINUE',
    });
    this.letGuard(template.role);
  }

  scaleOut() {
    const policy = new autoscaling.CfnScalingPolicy(this, 'ScaleOutPolicy', {
      autoScalingGroupName: this.group.ref,
      policyType: 'StepScaling',
      adjustmentType: 'ChangeInCapacity',
      metricAggregationType: 'Average',
      estimatedInstanceWarmup: 300,
      stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: 1 }],
    });
    new cloudwatch.CfnAlarm(this, 'ScaleOutAlarm', {
      alarmDescription: 'Adds 1 at 70 % CPU',
      namespace: 'AWS/EC2',
      metricName: 'CPUUtilization',
      dimensions: [{ name: 'AutoScalingGroupName', value: this.group.ref }],
      statistic: 'Average',
      period: 60,
      evaluationPeriods: 2,
      threshold: 70,
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      treatMissingData: 'notBreaching',
      alarmActions: [policy.ref],
    });
  }

  letGuard(role) {
    const { account, region } = Stack.of(this);
    new iam.Policy(this, 'Guard', {
      statements: [
        new iam.PolicyStatement({
          sid: 'Own',
          actions: [
            'autoscaling:CompleteLifecycleAction',
            'autoscaling:RecordLifecycleActionHeartbeat',
            'autoscaling:SetInstanceProtection',
            'autoscaling:TerminateInstanceInAutoScalingGroup',
          ],
          resources: [
            `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/${this.group.ref}`,
          ],
        }),
        new iam.PolicyStatement({
          sid: 'Look',
          actions: ['autoscaling:DescribeAutoScalingGroups'],
          resources: ['*'],
        }),
      ],
      roles: [role],
    });
  }
}

module.exports = { Managers, ServerTemplate };
