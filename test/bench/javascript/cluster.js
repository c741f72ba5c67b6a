'use strict';
const { CfnOutput, CliCredentialsStackSynthesizer, Stack } = require('aws-cdk-lib/core');
const route53 = require('aws-cdk-lib/aws-route53');
const targets = require('aws-cdk-lib/aws-route53-targets');
const secretsmanager = require('aws-cdk-lib/aws-secretsmanager');
const { Database } = require('./database');
const { Entry, NodeEntry } = require('./entries');
const { ANYWHERE, Flows } = require('./flows');
const { Managers, ServerTemplate } = require('./managers');
const { Network } = require('./network');
const { Nodes } = require('./nodes');

const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000';

/** One Red5 Pro cluster. */
class ClusterStack extends Stack {
  constructor(scope, { name, domain, prefix, range, userData }) {
    super(scope, name, {
      stackName: name,
      description: `Red5 Pro cluster ${name} for ${domain}`,
      env: { account: '111122223333', region: 'us-east-1' },
      synthesizer: new CliCredentialsStackSynthesizer(),
      terminationProtection: true,
      analyticsReporting: false,
    });
    const network = new Network(this, 'Network', { name, range });
    this.database = new Database(this, 'Database', network);
    this.entry = new Entry(this, 'Entry', network, CERTIFICATE);
    this.nodeEntry = new NodeEntry(this, 'NodeEntry', network, domain, this.entry.logs);
    const secret = this.database.instance.secret;
    const values = {
      databaseHost: this.database.instance.dbInstanceEndpointAddress,
      databaseSecret: secret.secretArn,
      defaultZone: network.zones[0],
    };
    this.template = new ServerTemplate(this, 'ServerTemplate', {
      name,
      network,
      userData: userData.map((part) => (typeof part === 'string' ? part : values[part.value])).join(''),
    });
    const serverRole = this.template.role;
    this.nodes = new Nodes(this, 'Nodes', { name, prefix, network, serverRole });
    secretsmanager.Secret.fromSecretNameV2(this, 'TierSecret', `${name}-stream-manager`).grantRead(serverRole);
    secret.grantRead(serverRole);
    const flows = this.openFlows();
    this.managers = new Managers(this, 'Managers', {
      network,
      template: this.template,
      targetGroupArns: [this.entry.servers.targetGroupArn, this.nodeEntry.servers.targetGroupArn],
    });
    this.managers.group.node.addDependency(this.entry.ready, this.nodeEntry.listener, flows, this.nodes);
    this.leadName(domain);
    this.tell(domain);
  }

  openFlows() {
    const entry = this.entry.securityGroup;
    const nodeEntry = this.nodeEntry.securityGroup;
    const managers = this.template.securityGroup;
    const nodes = this.nodes.securityGroup;
    return new Flows(this, 'Flows', [
      [managers, this.database.securityGroup, 'Stream Manager database', 'tcp', 3306],
      [ANYWHERE, entry, 'clients: HTTPS and secure WebSockets', 'tcp', 443],
      [ANYWHERE, entry, 'browsers, redirected to HTTPS', 'tcp', 80],
      [entry, managers, 'client requests and health checks'],
      [managers, nodes, 'node control and WebSocket proxy'],
      [managers, ANYWHERE, 'cloud APIs and secrets', 'tcp', 443],
      [managers, ANYWHERE, 'operating system packages', 'tcp', 80],
      [managers, ANYWHERE, 'nodes by their public addresses'],
      [nodes, nodeEntry, 'nodes report to Stream Managers'],
      [nodeEntry, managers, 'node reports and health checks'],
      [ANYWHERE, nodes, 'HTTP, WebSockets and HLS'],
      [ANYWHERE, nodes, 'RTMP and RTMPS', 'tcp', 1935, 1936],
      [ANYWHERE, nodes, 'RTSP', 'tcp', 8554],
      [ANYWHERE, nodes, 'restreamer', 'tcp', 8000, 8100],
      [ANYWHERE, nodes, 'restreamer and SRT', 'udp', 8000, 8100],
      [ANYWHERE, nodes, 'WebRTC media', 'udp', 40000, 65535],
      [nodes, ANYWHERE, 'media to clients and other nodes', '-1'],
    ]);
  }

  leadName(domain) {
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'DnsZone', {
      hostedZoneId: 'Z0123456789ABCDEFGHIJ',
      zoneName: 'example.com',
    });
    new route53.ARecord(this, 'Alias', {
      zone,
      recordName: `${domain}.`,
      target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(this.entry.loadBalancer)),
    });
  }

  tell(domain) {
    const output = (id, description, value) => new CfnOutput(this, id, { description, value });
    output('EntryUrl', 'Where clients connect to', `https://${domain}/`);
    output('EntryAddress', 'DNS name of the public load balancer', this.entry.loadBalancer.loadBalancerDnsName);
    output('GroupName', 'Auto Scaling group of the Stream Managers', this.managers.group.ref);
    output('DatabaseEndpoint', 'Host and port of the database', `${this.database.instance.dbInstanceEndpointAddress}:3306`);
    output('ScalePolicyParameter', 'SSM parameter of the scale policy', this.nodes.scalePolicy.ref);
    output('LaunchConfigurationParameter', 'SSM parameter of the launch configuration', this.nodes.launchConfiguration.ref);
    output('NodeGroupParameter', 'SSM parameter of the node group', this.nodes.nodeGroup.ref);
    output(
      'ControllerPolicyArn',
      'Policy that launches nodes: attach it to the user of access keys, where the Stream Managers have some',
      this.nodes.controllerPolicy.ref,
    );
  }
}

module.exports = { ClusterStack };
