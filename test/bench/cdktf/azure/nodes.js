'use strict';
const { Construct } = require('constructs');
const { RoleAssignment } = require('@cdktf/provider-azurerm/lib/role-assignment');
const { RoleDefinition } = require('@cdktf/provider-azurerm/lib/role-definition');
const { launchConfiguration, nodeGroup, scalePolicy } = require('../documents');
const { SecurityGroup } = require('./security-group');

const CONTROLLER = '33333333-3333-4333-8333-333333333333';

const LAUNCH = [
  'Compute/disks/delete',
  'Compute/disks/read',
  'Compute/disks/write',
  'Compute/images/read',
  'Compute/locations/operations/read',
  'Compute/virtualMachines/deallocate/action',
  'Compute/virtualMachines/delete',
  'Compute/virtualMachines/instanceView/read',
  'Compute/virtualMachines/powerOff/action',
  'Compute/virtualMachines/read',
  'Compute/virtualMachines/restart/action',
  'Compute/virtualMachines/start/action',
  'Compute/virtualMachines/vmSizes/read',
  'Compute/virtualMachines/write',
  'Network/networkInterfaces/delete',
  'Network/networkInterfaces/join/action',
  'Network/networkInterfaces/read',
  'Network/networkInterfaces/write',
  'Network/networkSecurityGroups/join/action',
  'Network/networkSecurityGroups/read',
  'Network/publicIPAddresses/delete',
  'Network/publicIPAddresses/join/action',
  'Network/publicIPAddresses/read',
  'Network/publicIPAddresses/write',
  'Network/virtualNetworks/read',
  'Network/virtualNetworks/subnets/join/action',
  'Network/virtualNetworks/subnets/read',
  'Resources/subscriptions/resourceGroups/read',
].map((action) => `Microsoft.${action}`);

// Role, most nodes, type.
const ROLES = [
  ['origin', 10, 'Standard_D2s_v5'],
  ['edge', 20, 'Standard_D2s_v5'],
  ['relay', 10, 'Standard_D2s_v5'],
  ['transcoder', 10, 'Standard_F8s_v2'],
];
const FALLBACKS = { name: 'vmSizeFallbacks', value: ['Standard_F2s_v2', 'Standard_B2ms'] };

/** What the Stream Managers need to launch nodes: a security group, a role, and three documents. */
class Nodes extends Construct {
  constructor(scope, id, { name, place, scope: groupId }) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { name: `${name}-${place.location}-nsg`, place });
    const role = new RoleDefinition(this, 'ControllerRole', {
      name: `Streaming nodes of ${name} in ${groupId}`,
      description: 'Launches and ends streaming nodes, and reads and joins what they are made of',
      scope: groupId,
      assignableScopes: [groupId],
      permissions: [{ actions: LAUNCH }],
    });
    const mayLaunch = new RoleAssignment(this, 'MayLaunch', {
      scope: groupId,
      roleDefinitionId: role.roleDefinitionResourceId,
      principalId: CONTROLLER,
      principalType: 'ServicePrincipal',
      skipServicePrincipalAadCheck: true,
    });
    this.ready = [this.securityGroup.group, mayLaunch];
  }

  outputs(name) {
    return {
      scale_policy: ['How many nodes of which role', scalePolicy(name, ROLES)],
      launch_configuration: ['From which image and of which type nodes are', launchConfiguration(name, ROLES, [FALLBACKS])],
      node_group: ['Where nodes are, and by which documents', nodeGroup(name, ['eastus'])],
    };
  }
}

module.exports = { Nodes };
