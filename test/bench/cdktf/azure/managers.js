'use strict';
const { createHash } = require('node:crypto');
const { Fn, TerraformLocal } = require('cdktf');
const { Construct } = require('constructs');
const { Image } = require('@cdktf/provider-azurerm/lib/image');
const {
  LinuxVirtualMachineScaleSet,
} = require('@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set');
const { MonitorAutoscaleSetting } = require('@cdktf/provider-azurerm/lib/monitor-autoscale-setting');

const MACHINE =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5' +
  '/providers/Microsoft.Compute/virtualMachines/red5pro-stream-manager-11';
const SSH_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator';
const USER = 'azureuser';
const SIZE = { least: 2, most: 6 };

/** The Stream Managers: a scale set that load makes larger and never smaller. */
class Managers extends Construct {
  constructor(scope, id, props) {
    super(scope, id);
    const { name, place } = props;
    const hash = createHash('sha256').update(MACHINE).digest('hex').slice(0, 8);
    this.image = new Image(this, 'Image', {
      name: `${name}-stream-manager-${hash}`,
      ...place,
      sourceVirtualMachineId: MACHINE,
      hyperVGeneration: 'V2',
      lifecycle: { createBeforeDestroy: true },
    });
    this.group = this.createGroup(props);
    this.scale(name, place);
  }

  createGroup({ name, place, subnet, securityGroup, identity, pool, script, after }) {
    return new LinuxVirtualMachineScaleSet(this, 'Group', {
      name: `${name}-stream-manager`,
      ...place,
      sku: 'Standard_D2s_v5',
      instances: SIZE.least,
      zones: ['1', '2', '3'],
      zoneBalance: false,
      overprovision: false,
      singlePlacementGroup: false,
      upgradeMode: 'Manual',
      sourceImageId: this.image.id,
      // Values within the text are known to Terraform alone, so that it has to encode it.
      customData: Fn.base64encode(new TerraformLocal(this, 'CustomData', script).asString),
      adminUsername: USER,
      adminSshKey: [{ username: USER, publicKey: SSH_KEY }],
      disablePasswordAuthentication: true,
      encryptionAtHostEnabled: true,
      bootDiagnostics: {},
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      osDisk: { caching: 'ReadWrite', diskSizeGb: 30, storageAccountType: 'StandardSSD_LRS' },
      networkInterface: [
        {
          name: 'primary',
          primary: true,
          networkSecurityGroupId: securityGroup.id,
          ipConfiguration: [
            {
              name: 'primary',
              primary: true,
              subnetId: subnet.id,
              applicationGatewayBackendAddressPoolIds: [pool],
            },
          ],
        },
      ],
      extension: [
        {
          name: 'health',
          publisher: 'Microsoft.ManagedServices',
          type: 'ApplicationHealthLinux',
          typeHandlerVersion: '1.0',
          autoUpgradeMinorVersion: true,
          settings: JSON.stringify({
            protocol: 'http',
            port: 5080,
            requestPath: '/',
            intervalInSeconds: 30,
            numberOfProbes: 8,
          }),
        },
      ],
      automaticInstanceRepair: { enabled: true, action: 'Replace', gracePeriod: 'PT10M' },
      terminationNotification: { enabled: true, timeout: 'PT15M' },
      lifecycle: { preventDestroy: true, ignoreChanges: ['instances'] },
      dependsOn: after,
    });
  }

  scale(name, place) {
    new MonitorAutoscaleSetting(this, 'Autoscale', {
      name: `${name}-stream-manager`,
      ...place,
      targetResourceId: this.group.id,
      profile: [
        {
          name: 'default',
          capacity: { default: SIZE.least, minimum: SIZE.least, maximum: SIZE.most },
          rule: [
            {
              metricTrigger: {
                metricName: 'Percentage CPU',
                metricResourceId: this.group.id,
                operator: 'GreaterThanOrEqual',
                statistic: 'Average',
                threshold: 70,
                timeAggregation: 'Average',
                timeGrain: 'PT1M',
                timeWindow: 'PT5M',
              },
              scaleAction: { direction: 'Increase', type: 'ChangeCount', value: 1, cooldown: 'PT5M' },
            },
          ],
        },
      ],
    });
  }
}

module.exports = { Managers };
