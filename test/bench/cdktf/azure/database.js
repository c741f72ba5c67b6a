'use strict';
const { createHash } = require('node:crypto');
const { Construct } = require('constructs');
const { MysqlFlexibleDatabase } = require('@cdktf/provider-azurerm/lib/mysql-flexible-database');
const { MysqlFlexibleServer } = require('@cdktf/provider-azurerm/lib/mysql-flexible-server');
const {
  MysqlFlexibleServerConfiguration,
} = require('@cdktf/provider-azurerm/lib/mysql-flexible-server-configuration');
const { PrivateDnsZone } = require('@cdktf/provider-azurerm/lib/private-dns-zone');
const {
  PrivateDnsZoneVirtualNetworkLink,
} = require('@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link');
const { databasePassword } = require('../secret');
const { SecurityGroup } = require('./security-group');

/** MySQL with a standby in another zone, in a subnet of its own; its password is read from the tier's secret in each run. */
class Database extends Construct {
  constructor(scope, id, { name, place, network, uniqueIn, secret }) {
    super(scope, id);
    const { resourceGroupName } = place;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { name: `${name}-database`, place });
    const guarded = this.securityGroup.guard(network.database);
    const zone = new PrivateDnsZone(this, 'Zone', { name: `${name}.mysql.database.azure.com`, resourceGroupName });
    const known = new PrivateDnsZoneVirtualNetworkLink(this, 'ZoneOfNetwork', {
      name: `${name}-database`,
      privateDnsZoneId: zone.id,
      virtualNetworkId: network.network.id,
    });
    this.server = new MysqlFlexibleServer(this, 'Server', {
      // A host name in all of Azure.
      name: `${name}-${createHash('sha256').update(uniqueIn).digest('hex').slice(0, 8)}`,
      ...place,
      skuName: 'GP_Standard_D2ds_v4',
      version: '8.4',
      administratorLogin: 'streammanager',
      administratorPasswordWo: databasePassword(this, 'azurerm_key_vault_secret', 'value', secret),
      administratorPasswordWoVersion: 1,
      backupRetentionDays: 7,
      delegatedSubnetId: network.database.id,
      privateDnsZoneId: zone.id,
      publicNetworkAccess: 'Disabled',
      highAvailability: { mode: 'ZoneRedundant' },
      storage: { sizeGb: 20, autoGrowEnabled: true },
      lifecycle: {
        preventDestroy: true,
        ignoreChanges: ['zone', 'storage[0].size_gb', 'high_availability[0].standby_availability_zone'],
      },
      dependsOn: [known],
    });
    const ofServer = { resourceGroupName, serverName: this.server.name };
    const schema = new MysqlFlexibleDatabase(this, 'Schema', {
      name: 'cluster',
      ...ofServer,
      charset: 'utf8mb4',
      collation: 'utf8mb4_0900_ai_ci',
      lifecycle: { preventDestroy: true },
    });
    const encrypted = new MysqlFlexibleServerConfiguration(this, 'RequireSecureTransport', {
      name: 'require_secure_transport',
      ...ofServer,
      value: 'ON',
    });
    this.ready = [guarded, schema, encrypted];
  }
}

module.exports = { Database };
