'use strict';
const { Construct } = require('constructs');
const { createHash } = require('node:crypto');
const { ComputeHealthCheck } = require('@cdktf/provider-google/lib/compute-health-check');
const { ComputeImage } = require('@cdktf/provider-google/lib/compute-image');
const { ComputeRegionAutoscaler } = require('@cdktf/provider-google/lib/compute-region-autoscaler');
const {
  ComputeRegionInstanceGroupManager,
} = require('@cdktf/provider-google/lib/compute-region-instance-group-manager');
const { ComputeRegionInstanceTemplate } = require('@cdktf/provider-google/lib/compute-region-instance-template');

const DISK = 'projects/example-project/zones/us-central1-a/disks/red5pro-stream-manager-11';

/** The Stream Managers: in each region a group that load makes larger and never smaller. */
class Managers extends Construct {
  constructor(scope, id, props) {
    super(scope, id);
    const { name, network } = props;
    this.image = new ComputeImage(this, 'Image', {
      name: `${name}-stream-manager-${createHash('sha256').update(DISK).digest('hex').slice(0, 8)}`,
      sourceDisk: DISK,
      lifecycle: { createBeforeDestroy: true },
    });
    this.healing = new ComputeHealthCheck(this, 'Healing', {
      name: `${name}-stream-manager-healing`,
      checkIntervalSec: 30,
      timeoutSec: 10,
      healthyThreshold: 2,
      unhealthyThreshold: 10,
      httpHealthCheck: { port: 5080, requestPath: '/' },
      logConfig: { enable: true },
    });
    this.groups = Object.keys(network.subnetworks).map((region) => this.region(region, props));
  }

  region(region, { name, network, account, script, after }) {
    const template = new ComputeRegionInstanceTemplate(this, `Template-${region}`, {
      namePrefix: `${name}-stream-manager-${region}-`,
      region,
      machineType: 'n1-standard-2',
      disk: [
        {
          boot: true,
          autoDelete: true,
          diskSizeGb: 16,
          diskType: 'pd-balanced',
          sourceImage: this.image.selfLink,
        },
      ],
      networkInterface: [{ subnetwork: network.subnetworks[region].id }],
      serviceAccount: { email: account.email, scopes: ['https://www.googleapis.com/auth/cloud-platform'] },
      shieldedInstanceConfig: { enableIntegrityMonitoring: true, enableSecureBoot: true, enableVtpm: true },
      metadata: { 'block-project-ssh-keys': 'TRUE', 'enable-oslogin': 'TRUE', 'startup-script': script },
      lifecycle: { createBeforeDestroy: true },
    });
    const group = new ComputeRegionInstanceGroupManager(this, `Group-${region}`, {
      name: `${name}-stream-manager-${region}`,
      region,
      baseInstanceName: `${name}-stream-manager`,
      version: [{ instanceTemplate: template.selfLink }],
      namedPort: [{ name: 'http', port: 5080 }],
      autoHealingPolicies: { healthCheck: this.healing.id, initialDelaySec: 300 },
      instanceLifecyclePolicy: { forceUpdateOnRepair: 'YES' },
      updatePolicy: {
        type: 'OPPORTUNISTIC',
        minimalAction: 'REPLACE',
        mostDisruptiveAllowedAction: 'REPLACE',
        replacementMethod: 'SUBSTITUTE',
        instanceRedistributionType: 'NONE',
        maxSurgeFixed: 3,
        maxUnavailableFixed: 0,
      },
      lifecycle: { createBeforeDestroy: true, preventDestroy: true },
      dependsOn: after,
    });
    new ComputeRegionAutoscaler(this, `Autoscaler-${region}`, {
      name: `${name}-stream-manager-${region}`,
      region,
      target: group.id,
      autoscalingPolicy: {
        minReplicas: 2,
        maxReplicas: 6,
        cooldownPeriod: 180,
        mode: 'ONLY_SCALE_OUT',
        cpuUtilization: { target: 0.6 },
      },
    });
    return group;
  }
}

module.exports = { Managers };
