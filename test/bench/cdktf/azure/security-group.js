'use strict';
const { Construct } = require('constructs');
const { NetworkSecurityGroup } = require('@cdktf/provider-azurerm/lib/network-security-group');
const { NetworkSecurityRule } = require('@cdktf/provider-azurerm/lib/network-security-rule');
const {
  SubnetNetworkSecurityGroupAssociation,
} = require('@cdktf/provider-azurerm/lib/subnet-network-security-group-association');

/** A security group, to which rules are added. */
class SecurityGroup extends Construct {
  constructor(scope, id, { name, place }) {
    super(scope, id);
    this.group = new NetworkSecurityGroup(this, 'Group', { name, ...place });
  }

  /** Puts the group before all of a subnet. */
  guard(subnet) {
    return new SubnetNetworkSecurityGroupAssociation(this, 'OfSubnet', {
      subnetId: subnet.id,
      networkSecurityGroupId: this.group.id,
    });
  }

  /** Adds a rule; what it does not say is any. */
  rule(name, direction, priority, description, what = {}) {
    return new NetworkSecurityRule(this, name, {
      name,
      resourceGroupName: this.group.resourceGroupNameInput,
      networkSecurityGroupName: this.group.name,
      direction,
      priority,
      description,
      access: 'Allow',
      protocol: '*',
      sourceAddressPrefix: '*',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: '*',
      ...what,
    });
  }
}

module.exports = { SecurityGroup };
