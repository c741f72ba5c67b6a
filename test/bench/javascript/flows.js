'use strict';
const ec2 = require('aws-cdk-lib/aws-ec2');
const { Construct } = require('constructs');

const ANYWHERE = '0.0.0.0/0';

/** Opens one rule at each end of a flow: from, to, why, protocol, first port, last port. */
class Flows extends Construct {
  constructor(scope, id, flows) {
    super(scope, id);
    flows.forEach((flow, i) => this.open(i, ...flow));
  }

  open(i, from, to, description, ipProtocol = 'tcp', fromPort = 5080, toPort = fromPort) {
    const what = ipProtocol === '-1' ? { ipProtocol, description } : { ipProtocol, description, fromPort, toPort };
    if (to !== ANYWHERE) {
      new ec2.CfnSecurityGroupIngress(this, `Ingress${i}`, {
        ...what,
        groupId: to.securityGroupId,
        ...(from === ANYWHERE ? { cidrIp: from } : { sourceSecurityGroupId: from.securityGroupId }),
      });
    }
    if (from !== ANYWHERE) {
      new ec2.CfnSecurityGroupEgress(this, `Egress${i}`, {
        ...what,
        groupId: from.securityGroupId,
        ...(to === ANYWHERE ? { cidrIp: to } : { destinationSecurityGroupId: to.securityGroupId }),
      });
    }
  }
}

module.exports = { ANYWHERE, Flows };
