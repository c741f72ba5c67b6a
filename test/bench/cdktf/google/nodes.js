'use strict';
const { Construct } = require('constructs');
const { ProjectIamCustomRole } = require('@cdktf/provider-google/lib/project-iam-custom-role');
const { ProjectIamMember } = require('@cdktf/provider-google/lib/project-iam-member');
const { launchConfiguration, nodeGroup, scalePolicy } = require('../documents');

const LAUNCH = [
  'disks.create',
  'disks.delete',
  'disks.setLabels',
  'globalOperations.get',
  'globalOperations.list',
  'images.get',
  'images.list',
  'images.useReadOnly',
  'instances.create',
  'instances.get',
  'instances.list',
  'instances.setLabels',
  'instances.setMetadata',
  'instances.setTags',
  'machineTypes.get',
  'machineTypes.list',
  'networks.get',
  'projects.get',
  'regions.get',
  'regions.list',
  'subnetworks.use',
  'subnetworks.useExternalIp',
  'zoneOperations.get',
  'zoneOperations.list',
  'zones.get',
  'zones.list',
].map((permission) => `compute.${permission}`);

// Role, most nodes, type.
const ROLES = [
  ['origin', 10, 'n1-standard-2'],
  ['edge', 20, 'n1-standard-2'],
  ['relay', 10, 'n1-standard-2'],
  ['transcoder', 10, 'n1-standard-8'],
];

/** What the Stream Managers need to launch nodes: two roles, and three documents. */
class Nodes extends Construct {
  constructor(scope, id, { name, prefix, project, account }) {
    super(scope, id);
    const launcher = new ProjectIamCustomRole(this, 'LauncherRole', {
      project,
      roleId: `${name.replaceAll('-', '_')}_node_launcher`,
      title: `Launches streaming nodes ${prefix}`,
      permissions: LAUNCH,
    });
    const ender = new ProjectIamCustomRole(this, 'EnderRole', {
      project,
      roleId: `${name.replaceAll('-', '_')}_node_ender`,
      title: `Ends streaming nodes ${prefix}`,
      permissions: ['compute.instances.delete'],
    });
    this.grants = [
      new ProjectIamMember(this, 'MayLaunch', { project, role: launcher.name, member: account.member }),
      new ProjectIamMember(this, 'MayEnd', {
        project,
        role: ender.name,
        member: account.member,
        condition: {
          title: 'Streaming nodes alone',
          expression: `resource.name.extract('/instances/{name}').startsWith('${prefix}')`,
        },
      }),
    ];
  }

  outputs(name) {
    return {
      scale_policy: ['How many nodes of which role', scalePolicy(name, ROLES)],
      launch_configuration: ['From which image and of which type nodes are', launchConfiguration(name, ROLES)],
      node_group: ['Where nodes are, and by which documents', nodeGroup(name, ['us-central1', 'europe-west1'])],
    };
  }
}

module.exports = { Nodes };
