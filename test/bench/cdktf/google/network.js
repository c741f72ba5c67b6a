'use strict';
const { Construct } = require('constructs');
const { ComputeAddress } = require('@cdktf/provider-google/lib/compute-address');
const { ComputeGlobalAddress } = require('@cdktf/provider-google/lib/compute-global-address');
const { ComputeNetwork } = require('@cdktf/provider-google/lib/compute-network');
const { ComputeRouter } = require('@cdktf/provider-google/lib/compute-router');
const { ComputeRouterNat } = require('@cdktf/provider-google/lib/compute-router-nat');
const { ComputeSubnetwork } = require('@cdktf/provider-google/lib/compute-subnetwork');
const { ServiceNetworkingConnection } = require('@cdktf/provider-google/lib/service-networking-connection');

const RANGES = { 'us-central1': '10.20.0.0/20', 'europe-west1': '10.20.16.0/20' };

/** The network, with a subnetwork of the servers and a way out in each region, and the database's connection. */
class Network extends Construct {
  constructor(scope, id, name) {
    super(scope, id);
    this.subnetworks = {};
    this.addresses = [];
    this.gateways = [];
    this.network = new ComputeNetwork(this, 'Network', { name, autoCreateSubnetworks: true, routingMode: 'GLOBAL' });
    for (const region of Object.keys(RANGES)) {
      this.region(name, region);
    }
    const range = new ComputeGlobalAddress(this, 'ServiceRange', {
      name: `${name}-services`,
      addressType: 'INTERNAL',
      purpose: 'VPC_PEERING',
      prefixLength: 20,
      network: this.network.id,
      dependsOn: Object.values(this.subnetworks),
    });
    this.connection = new ServiceNetworkingConnection(this, 'ServiceConnection', {
      network: this.network.id,
      service: 'servicenetworking.googleapis.com',
      reservedPeeringRanges: [range.name],
      deletionPolicy: 'ABANDON',
    });
  }

  region(name, region) {
    const subnetwork = new ComputeSubnetwork(this, `Subnetwork-${region}`, {
      name: `${name}-servers-${region}`,
      region,
      network: this.network.id,
      ipCidrRange: RANGES[region],
      privateIpGoogleAccess: true,
      logConfig: {
        aggregationInterval: 'INTERVAL_1_MIN',
        flowSampling: 0.5,
        metadata: 'INCLUDE_ALL_METADATA',
      },
    });
    const router = new ComputeRouter(this, `Router-${region}`, {
      name: `${name}-router-${region}`,
      region,
      network: this.network.id,
    });
    const address = new ComputeAddress(this, `Address-${region}`, {
      name: `${name}-nat-${region}`,
      region,
      addressType: 'EXTERNAL',
      lifecycle: { preventDestroy: true },
    });
    const gateway = new ComputeRouterNat(this, `Gateway-${region}`, {
      name: `${name}-nat-${region}`,
      region,
      router: router.name,
      natIpAllocateOption: 'MANUAL_ONLY',
      natIps: [address.selfLink],
      sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
      subnetwork: [{ name: subnetwork.id, sourceIpRangesToNat: ['PRIMARY_IP_RANGE'] }],
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 512,
      maxPortsPerVm: 65536,
      tcpEstablishedIdleTimeoutSec: 86400,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    });
    this.subnetworks[region] = subnetwork;
    this.addresses.push(address);
    this.gateways.push(gateway);
  }
}

module.exports = { Network };
