'use strict';
const { Duration, RemovalPolicy, Stack, Validations } = require('aws-cdk-lib/core');
const ec2 = require('aws-cdk-lib/aws-ec2');
const iam = require('aws-cdk-lib/aws-iam');
const rds = require('aws-cdk-lib/aws-rds');
const { Construct } = require('constructs');

/** A MySQL database over two zones, that takes TLS alone. */
class Database extends Construct {
  constructor(scope, id, network) {
    super(scope, id);
    this.securityGroup = network.closedGroup(this, 'SecurityGroup', 'Database');
    const vpc = network.vpc;
    const engine = rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.of('8.4', '8.4') });
    this.instance = new rds.DatabaseInstance(this, 'Instance', {
      engine,
      instanceType: new ec2.InstanceType('t4g.medium'),
      vpc,
      subnetGroup: new rds.SubnetGroup(this, 'Subnets', {
        description: 'Private subnets of the database',
        vpc,
        vpcSubnets: { subnets: vpc.privateSubnets },
      }),
      securityGroups: [this.securityGroup],
      publiclyAccessible: false,
      port: 3306,
      multiAz: true,
      storageType: rds.StorageType.GP3,
      allocatedStorage: 20,
      storageEncrypted: true,
      databaseName: 'cluster',
      credentials: rds.Credentials.fromGeneratedSecret('streammanager', {
        excludeCharacters: ' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}~',
      }),
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: 'Parameters of the database',
        parameters: { require_secure_transport: '1', slow_query_log: '1', log_output: 'FILE' },
      }),
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      backupRetention: Duration.days(7),
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      monitoringInterval: Duration.minutes(1),
      monitoringRole: new iam.Role(this, 'Monitoring', {
        assumedBy: new iam.ServicePrincipal('monitoring.rds.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
        }),
        managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonRDSEnhancedMonitoringRole')],
      }),
      cloudwatchLogsExports: ['error', 'slowquery'],
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    Validations.of(this.instance).acknowledge({
      id: 'CloudFormation-Validate::E9006',
      reason: 'A version of MySQL 8.4 is whole with two numbers',
    });
  }
}

module.exports = { Database };
