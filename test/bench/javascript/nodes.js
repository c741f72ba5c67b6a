'use strict';
const { Aws, Stack } = require('aws-cdk-lib/core');
const iam = require('aws-cdk-lib/aws-iam');
const ssm = require('aws-cdk-lib/aws-ssm');
const { Construct } = require('constructs');

const SESSION_MANAGER = [
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];
const ROLES = [
  { role: 'origin', max: 10, type: 'c5.large' },
  { role: 'edge', max: 20, type: 'c5.large' },
  { role: 'relay', max: 10, type: 'c5.large' },
  { role: 'transcoder', max: 10, type: 'c5.2xlarge' },
];

const policy = (...statements) => ({ Version: '2012-10-17', Statement: statements });

/** What Stream Managers launch nodes with. */
class Nodes extends Construct {
  constructor(scope, id, { name, prefix, network, serverRole }) {
    super(scope, id);
    this.prefix = prefix;
    this.network = network;
    this.securityGroup = network.closedGroup(this, 'SecurityGroup', `Streaming nodes ${prefix}`, `${name}-nodes`);
    this.role = this.createRole();
    new iam.CfnInstanceProfile(this, 'NodeProfile', { roles: [this.role.ref] });
    this.controllerPolicy = new iam.CfnManagedPolicy(this, 'ControllerPolicy', {
      description: `Launches and ends streaming nodes ${prefix}`,
      roles: [serverRole.roleName],
      policyDocument: this.permissions(),
    });
    this.scalePolicy = this.parameter('ScalePolicy', 'How many nodes of which role', {
      policy: {
        name,
        description: `Numbers of nodes of ${name}`,
        type: 'com.red5pro.services.autoscaling.model.ScalePolicyMaster',
        version: '0.0.3',
        targets: {
          region: [
            {
              name: 'default',
              target: ROLES.map(({ role, max }) => ({ role, minLimit: 2, maxLimit: max, scaleAdjustment: 1 })),
            },
          ],
        },
      },
    });
    this.launchConfiguration = this.parameter('LaunchConfiguration', 'From which image and of which type nodes are', {
      launchconfig: {
        name,
        description: `Types of nodes of ${name}`,
        image: 'red5pro-node-11',
        version: '0.0.3',
        targets: { target: ROLES.map(({ role, type }) => ({ role, instanceType: type, connectionCapacity: 2000 })) },
        properties: { property: [] },
        metadata: { meta: [] },
      },
    });
    this.nodeGroup = this.parameter('NodeGroup', 'Where nodes are, and by which documents', {
      regions: [Stack.of(this).region],
      launchConfig: name,
      scalePolicy: name,
    });
  }

  createRole() {
    return new iam.CfnRole(this, 'NodeRole', {
      description: `Streaming nodes ${this.prefix}`,
      assumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      policies: [
        {
          policyName: 'session-manager',
          policyDocument: policy({
            Effect: 'Allow',
            Sid: 'SessionManager',
            Action: SESSION_MANAGER,
            Resource: '*',
          }),
        },
      ],
    });
  }

  parameter(id, description, value) {
    return new ssm.CfnParameter(this, id, {
      type: 'String',
      tier: 'Standard',
      description,
      value: JSON.stringify(value),
    });
  }

  permissions() {
    const { account, region } = Stack.of(this);
    const arn = (resource, owner = account) => `arn:${Aws.PARTITION}:ec2:${region}:${owner}:${resource}`;
    const instances = [arn('instance/*')];
    const others = [arn('network-interface/*'), arn('volume/*')];
    const isNode = { 'aws:ResourceTag/Name': `${this.prefix}*` };
    const namesNode = { 'aws:RequestTag/Name': `${this.prefix}*` };
    const allow = (Sid, Action, Resource, Condition) => ({ Effect: 'Allow', Sid, Action, Resource, Condition });
    return policy(
      allow('Look', 'ec2:Describe*', '*'),
      {
        Effect: 'Deny',
        Sid: 'NotAtUserData',
        Action: ['ec2:DescribeInstanceAttribute', 'ec2:DescribeLaunchTemplateVersions'],
        Resource: '*',
      },
      allow('LaunchWhere', 'ec2:RunInstances', [
        ...this.network.publicSubnets.map((subnet) => arn(`subnet/${subnet.ref}`)),
        arn(`security-group/${this.securityGroup.securityGroupId}`),
        arn('key-pair/red5pro'),
      ]),
      allow('LaunchFromImage', 'ec2:RunInstances', [arn('image/*', '')], {
        StringEquals: { 'ec2:Owner': [account] },
      }),
      allow('LaunchType', 'ec2:RunInstances', instances, {
        StringEquals: { 'ec2:InstanceType': ['c5.2xlarge', 'c5.large'] },
      }),
      allow('LaunchDisksAndInterfaces', 'ec2:RunInstances', others),
      allow('TagAtLaunch', 'ec2:CreateTags', [...instances, ...others], {
        StringEquals: { 'ec2:CreateAction': 'RunInstances' },
      }),
      allow('NameOnce', 'ec2:CreateTags', instances, {
        Null: { 'aws:ResourceTag/Name': 'true' },
        StringLike: namesNode,
      }),
      allow('TagNodes', 'ec2:CreateTags', instances, { StringLike: isNode, StringLikeIfExists: namesNode }),
      allow('EndNodes', ['ec2:StartInstances', 'ec2:StopInstances', 'ec2:TerminateInstances'], instances, {
        StringLike: isNode,
      }),
      allow('PassNodeRole', 'iam:PassRole', this.role.attrArn, {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      }),
    );
  }
}

module.exports = { Nodes, SESSION_MANAGER };
