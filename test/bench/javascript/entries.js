'use strict';
const { Duration, RemovalPolicy, Stack } = require('aws-cdk-lib/core');
const acm = require('aws-cdk-lib/aws-certificatemanager');
const elb = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const iam = require('aws-cdk-lib/aws-iam');
const route53 = require('aws-cdk-lib/aws-route53');
const targets = require('aws-cdk-lib/aws-route53-targets');
const s3 = require('aws-cdk-lib/aws-s3');
const { Construct, DependencyGroup } = require('constructs');

const NAMES = '(/(([\\w~:@=+,!-]|%(2[0BCbc]|3[ADad]|40))\\.*)+)+';
const API = '^/streammanager/api/4\\.0';
const PATHS = [
  ['Events', 100, `${API}/event${NAMES}/?$`],
  ['Media', 110, `${API}/media(/[\\w~-][\\w~.-]*)+/(mediafiles|playlists)$`],
  ['Socket', 120, '^/streammanager/?$'],
  ['NothingElse', 300, '^/(streammanager|api)(/.*)?$'],
  ['WhipAndWhep', 400, `^(/[\\w~-][\\w~.-]*)+/wh[ie]p/(endpoint|resource)${NAMES}$`],
];
const REFUSED = { contentType: 'text/plain', messageBody: '404', statusCode: '404' };

const servers = (scope, network, drain) =>
  new elb.ApplicationTargetGroup(scope, 'Servers', {
    vpc: network.vpc,
    targetType: elb.TargetType.INSTANCE,
    protocol: elb.ApplicationProtocol.HTTP,
    protocolVersion: elb.ApplicationProtocolVersion.HTTP1,
    port: 5080,
    deregistrationDelay: drain,
    healthCheck: {
      protocol: elb.Protocol.HTTP,
      path: '/',
      healthyHttpCodes: '200',
      interval: Duration.seconds(30),
      timeout: Duration.seconds(10),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 5,
    },
  });

const loadBalancer = (scope, network, securityGroup, internetFacing, idleTimeout) =>
  new elb.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc: network.vpc,
    securityGroup,
    internetFacing,
    vpcSubnets: { subnets: internetFacing ? network.vpc.publicSubnets : network.vpc.privateSubnets },
    idleTimeout,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: elb.DesyncMitigationMode.DEFENSIVE,
    deletionProtection: true,
  });

const logTo = (balancer, bucket) => {
  balancer.setAttribute('access_logs.s3.enabled', 'true');
  balancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  balancer.node.defaultChild.node.addDependency(bucket.policy);
};

/** The public way in: HTTPS for known paths, a redirect, and logs. */
class Entry extends Construct {
  constructor(scope, id, network, certificateArn) {
    super(scope, id);
    this.securityGroup = network.closedGroup(this, 'SecurityGroup', 'Public load balancer');
    this.loadBalancer = loadBalancer(this, network, this.securityGroup, true, Duration.seconds(4000));
    this.loadBalancer.node.defaultChild.node.addDependency(network.internetAccess);
    this.logs = this.createLogs();
    logTo(this.loadBalancer, this.logs);
    this.servers = servers(this, network, Duration.hours(1));
    this.ready = new DependencyGroup();
    this.listen(acm.Certificate.fromCertificateArn(this, 'Certificate', certificateArn));
  }

  createLogs() {
    const bucket = new s3.Bucket(this, 'Logs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          id: 'ExpireLogs',
          expiration: Duration.days(90),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'LoadBalancersWriteLogs',
        principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${Stack.of(this).account}/*`)],
      }),
    );
    return bucket;
  }

  listen(certificate) {
    const https = this.loadBalancer.addListener('Https', {
      port: 443,
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [certificate],
      sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
      open: false,
      defaultAction: elb.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: '404' }),
    });
    this.loadBalancer.addListener('Http', {
      port: 80,
      protocol: elb.ApplicationProtocol.HTTP,
      open: false,
      defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
    this.ready.add(https);
    for (const [name, priority, path] of PATHS) {
      this.ready.add(
        new elb.CfnListenerRule(this, `${name}Rule`, {
          listenerArn: https.listenerArn,
          priority,
          conditions: [{ field: 'path-pattern', pathPatternConfig: { regexValues: [path] } }],
          actions: [
            name === 'NothingElse'
              ? { type: 'fixed-response', fixedResponseConfig: REFUSED }
              : { type: 'forward', targetGroupArn: this.servers.targetGroupArn },
          ],
        }),
      );
    }
  }
}

/** The nodes' way in: an internal load balancer by the public name. */
class NodeEntry extends Construct {
  constructor(scope, id, network, domain, logs) {
    super(scope, id);
    this.securityGroup = network.closedGroup(this, 'SecurityGroup', 'Load balancer of the nodes');
    this.loadBalancer = loadBalancer(this, network, this.securityGroup, false, Duration.seconds(60));
    logTo(this.loadBalancer, logs);
    this.servers = servers(this, network, Duration.seconds(30));
    this.listener = this.loadBalancer.addListener('Http', {
      port: 5080,
      protocol: elb.ApplicationProtocol.HTTP,
      open: false,
      defaultTargetGroups: [this.servers],
    });
    const zone = new route53.PrivateHostedZone(this, 'Zone', {
      zoneName: domain,
      comment: 'Leads the nodes to the internal load balancer',
      vpc: network.vpc,
    });
    new route53.ARecord(this, 'Record', {
      zone,
      target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(this.loadBalancer)),
    });
  }
}

module.exports = { Entry, NodeEntry };
