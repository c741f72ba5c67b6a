'use strict';
const { Construct } = require('constructs');
const { ProjectIamCustomRole } = require('@cdktf/provider-google/lib/project-iam-custom-role');
const { ProjectIamMember } = require('@cdktf/provider-google/lib/project-iam-member');

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

  scalePolicy(name) {
    const target = ROLES.map(([role, maxLimit]) => ({ role, minLimit: 2, maxLimit, scaleAdjustment: 1 }));
    return JSON.stringify({
      policy: {
        name,
        description: `Numbers of nodes of ${name}`,
        type: 'com.red5pro.services.autoscaling.model.ScalePolicyMaster',
        version: '0.0.3',
        targets: { region: [{ name: 'default', target }] },
      },
    });
  }

  launchConfiguration(name) {
    const target = ROLES.map(([role, , instanceType]) => ({ role, instanceType, connectionCapacity: 2000 }));
    return JSON.stringify({
      launchconfig: {
        name,
        description: `Types of nodes of ${name}`,
        image: 'red5pro-node-11',
        version: '0.0.3',
        targets: { target },
        properties: { property: [] },
        metadata: { meta: [] },
      },
    });
  }

  nodeGroup(name) {
    return JSON.stringify({ regions: ['us-central1', 'europe-west1'], launchConfig: name, scalePolicy: name });
  }
}

module.exports = { Nodes };
