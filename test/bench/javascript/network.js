'use strict';
const { Aws, Fn, RemovalPolicy } = require('aws-cdk-lib/core');
const ec2 = require('aws-cdk-lib/aws-ec2');
const iam = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');
const { Construct, DependencyGroup } = require('constructs');

const ZONES = 3;

const named = (value) => [{ key: 'Name', value }];

/** A VPC over three zones: a public and a private subnet in each, a NAT gateway in each, flow logs. */
class Network extends Construct {
  constructor(scope, id, { name, range }) {
    super(scope, id);
    this.name = name;
    this.range = range;
    this.zones = Array.from({ length: ZONES }, (_, i) => Fn.select(i, Fn.getAzs('')));
    this.cfnVpc = new ec2.CfnVPC(this, 'Vpc', {
      cidrBlock: `${range}.0.0/16`,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: named(name),
    });
    this.internetAccess = new DependencyGroup();
    this.outboundAccess = new DependencyGroup();
    this.publicSubnets = [];
    this.privateSubnets = [];
    this.privateTables = [];
    this.createPublicWay();
    this.zones.forEach((zone, i) => this.createSubnets(zone, i));
    this.zones.forEach((_, i) => this.createNat(i));
    this.createFlowLogs();
    this.vpc = this.forConstructs();
  }

  createPublicWay() {
    const gateway = new ec2.CfnInternetGateway(this, 'InternetGateway', { tags: named(this.name) });
    this.attachment = new ec2.CfnVPCGatewayAttachment(this, 'InternetGatewayAttachment', {
      vpcId: this.cfnVpc.ref,
      internetGatewayId: gateway.ref,
    });
    this.publicTable = new ec2.CfnRouteTable(this, 'PublicRouteTable', {
      vpcId: this.cfnVpc.ref,
      tags: named(`${this.name}-public`),
    });
    this.publicRoute = new ec2.CfnRoute(this, 'PublicDefaultRoute', {
      routeTableId: this.publicTable.ref,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    });
    this.publicRoute.addDependency(this.attachment);
    this.internetAccess.add(this.publicRoute);
    this.publicRoutes = [];
  }

  createSubnets(zone, i) {
    const publicSubnet = new ec2.CfnSubnet(this, `PublicSubnet${i + 1}`, {
      vpcId: this.cfnVpc.ref,
      availabilityZone: zone,
      cidrBlock: `${this.range}.${32 * i}.0/19`,
      mapPublicIpOnLaunch: true,
      tags: named(`${this.name}-public-${i + 1}`),
    });
    const publicRoutes = new ec2.CfnSubnetRouteTableAssociation(this, `PublicSubnet${i + 1}Routes`, {
      subnetId: publicSubnet.ref,
      routeTableId: this.publicTable.ref,
    });
    const privateSubnet = new ec2.CfnSubnet(this, `PrivateSubnet${i + 1}`, {
      vpcId: this.cfnVpc.ref,
      availabilityZone: zone,
      cidrBlock: `${this.range}.${128 + 32 * i}.0/19`,
      mapPublicIpOnLaunch: false,
      tags: named(`${this.name}-private-${i + 1}`),
    });
    const privateTable = new ec2.CfnRouteTable(this, `PrivateRouteTable${i + 1}`, {
      vpcId: this.cfnVpc.ref,
      tags: named(`${this.name}-private-${i + 1}`),
    });
    const privateRoutes = new ec2.CfnSubnetRouteTableAssociation(this, `PrivateSubnet${i + 1}Routes`, {
      subnetId: privateSubnet.ref,
      routeTableId: privateTable.ref,
    });
    this.publicSubnets.push(publicSubnet);
    this.publicRoutes.push(publicRoutes);
    this.internetAccess.add(publicRoutes);
    this.privateSubnets.push(privateSubnet);
    this.privateTables.push(privateTable);
    this.outboundAccess.add(privateRoutes);
  }

  createNat(i) {
    const address = new ec2.CfnEIP(this, `NatAddress${i + 1}`, { domain: 'vpc', tags: named(`${this.name}-${i + 1}`) });
    address.addDependency(this.attachment);
    const nat = new ec2.CfnNatGateway(this, `NatGateway${i + 1}`, {
      allocationId: address.attrAllocationId,
      subnetId: this.publicSubnets[i].ref,
      tags: named(`${this.name}-${i + 1}`),
    });
    nat.addDependency(this.publicRoute);
    nat.addDependency(this.publicRoutes[i]);
    this.outboundAccess.add(
      new ec2.CfnRoute(this, `PrivateDefaultRoute${i + 1}`, {
        routeTableId: this.privateTables[i].ref,
        destinationCidrBlock: '0.0.0.0/0',
        natGatewayId: nat.ref,
      }),
    );
  }

  createFlowLogs() {
    const group = new logs.CfnLogGroup(this, 'LogGroup', { retentionInDays: 30 });
    group.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const writer = new iam.CfnRole(this, 'Writer', {
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
          },
        ],
      },
      policies: [
        {
          policyName: 'write',
          policyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
                Resource: group.attrArn,
              },
            ],
          },
        },
      ],
    });
    new ec2.CfnFlowLog(this, 'FlowLog', {
      resourceId: this.cfnVpc.ref,
      resourceType: 'VPC',
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: group.ref,
      deliverLogsPermissionArn: writer.attrArn,
    });
  }

  forConstructs() {
    return ec2.Vpc.fromVpcAttributes(this, 'Reference', {
      vpcId: this.cfnVpc.ref,
      vpcCidrBlock: `${this.range}.0.0/16`,
      availabilityZones: this.zones,
      publicSubnetIds: this.publicSubnets.map((subnet) => subnet.ref),
      publicSubnetRouteTableIds: this.publicSubnets.map(() => this.publicTable.ref),
      privateSubnetIds: this.privateSubnets.map((subnet) => subnet.ref),
      privateSubnetRouteTableIds: this.privateTables.map((table) => table.ref),
    });
  }

  closedGroup(scope, id, description, securityGroupName) {
    return new ec2.SecurityGroup(scope, id, {
      vpc: this.vpc,
      allowAllOutbound: false,
      description,
      securityGroupName,
    });
  }
}

module.exports = { Network, named };
