'use strict';
const { Construct } = require('constructs');
const { NatGateway } = require('@cdktf/provider-azurerm/lib/nat-gateway');
const {
  NatGatewayPublicIpAssociation,
} = require('@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association');
const { PublicIp } = require('@cdktf/provider-azurerm/lib/public-ip');
const { Subnet } = require('@cdktf/provider-azurerm/lib/subnet');
const { SubnetNatGatewayAssociation } = require('@cdktf/provider-azurerm/lib/subnet-nat-gateway-association');
const { VirtualNetwork } = require('@cdktf/provider-azurerm/lib/virtual-network');
const { RANGES } = require('./ranges');

/** The network, with a subnet of each part, and a way out for the servers. */
class Network extends Construct {
  constructor(scope, id, { name, place }) {
    super(scope, id);
    this.network = new VirtualNetwork(this, 'Network', {
      name: `${name}-${place.location}-vnet`,
      addressSpace: ['10.20.0.0/16'],
      ...place,
    });
    const { resourceGroupName } = place;
    this.gateway = this.subnet('Gateway', 'SMGateway', RANGES.entry, {
      resourceGroupName,
      delegation: lentTo('gateway', 'Microsoft.Network/applicationGateways'),
    });
    this.nodes = this.subnet('Nodes', 'default', RANGES.nodes, { resourceGroupName });
    this.servers = this.subnet('Servers', 'managers', RANGES.servers, { resourceGroupName });
    this.database = this.subnet('Database', 'database', RANGES.database, {
      resourceGroupName,
      delegation: lentTo('mysql', 'Microsoft.DBforMySQL/flexibleServers'),
      serviceEndpoint: [{ service: 'Microsoft.Storage' }],
    });
    this.openWayOut(`${name}-nat`, place);
  }

  subnet(id, name, range, what) {
    return new Subnet(this, id, {
      name,
      virtualNetworkName: this.network.name,
      addressPrefixes: [range],
      defaultOutboundAccessEnabled: false,
      ...what,
    });
  }

  openWayOut(name, place) {
    this.address = new PublicIp(this, 'Address', {
      name,
      ...place,
      sku: 'StandardV2',
      allocationMethod: 'Static',
      lifecycle: { preventDestroy: true, ignoreChanges: ['zones'] },
    });
    const gateway = new NatGateway(this, 'NatGateway', {
      name,
      ...place,
      skuName: 'StandardV2',
      idleTimeoutInMinutes: 120,
      lifecycle: { ignoreChanges: ['zones'] },
    });
    this.wayOut = [
      new NatGatewayPublicIpAssociation(this, 'AddressOfGateway', {
        natGatewayId: gateway.id,
        publicIpAddressId: this.address.id,
      }),
      new SubnetNatGatewayAssociation(this, 'GatewayOfSubnet', {
        natGatewayId: gateway.id,
        subnetId: this.servers.id,
      }),
    ];
  }
}

function lentTo(name, service) {
  return [{ name, serviceDelegation: { name: service, actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'] } }];
}

module.exports = { Network };
