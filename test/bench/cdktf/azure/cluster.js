'use strict';
const { AzurermBackend, TerraformStack } = require('cdktf');
const { AzurermProvider } = require('@cdktf/provider-azurerm/lib/provider');
const { DnsARecord } = require('@cdktf/provider-azurerm/lib/dns-a-record');
const { RoleAssignment } = require('@cdktf/provider-azurerm/lib/role-assignment');
const { UserAssignedIdentity } = require('@cdktf/provider-azurerm/lib/user-assigned-identity');
const { TimeProvider } = require('@cdktf/provider-time/lib/provider');
const { tell } = require('../outputs');
const { Database } = require('./database');
const { Entry } = require('./entry');
const { openFlows } = require('./flows');
const { Managers } = require('./managers');
const { Network } = require('./network');
const { Nodes } = require('./nodes');
const { SecurityGroup } = require('./security-group');

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/red5`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/red5-vault`;
const ZONE = 'example.com';

/** One Red5 Pro cluster. */
class ClusterStack extends TerraformStack {
  constructor(scope, { name, domain, script }) {
    super(scope, name);
    this.setUp(name);
    const place = { resourceGroupName: 'red5', location: 'eastus' };
    const secret = { name: `${name}-stream-manager`, key_vault_id: VAULT };

    this.network = new Network(this, 'Network', { name, place });
    this.identity = new UserAssignedIdentity(this, 'Identity', { name: `${name}-stream-manager`, ...place });
    const readsSecret = new RoleAssignment(this, 'TierSecret', {
      scope: `${VAULT}/secrets/${secret.name}`,
      roleDefinitionName: 'Key Vault Secrets User',
      principalId: this.identity.principalId,
      principalType: 'ServicePrincipal',
      skipServicePrincipalAadCheck: true,
    });
    this.database = new Database(this, 'Database', {
      name,
      place,
      network: this.network,
      uniqueIn: `${SUBSCRIPTION}/${place.resourceGroupName}`,
      secret,
    });
    this.entry = new Entry(this, 'Entry', { name, place, network: this.network, vault: VAULT });
    this.nodes = new Nodes(this, 'Nodes', { name, place, scope: GROUP });
    const servers = new SecurityGroup(this, 'Servers', { name: `${name}-stream-manager`, place });
    const flows = openFlows({
      entry: this.entry.securityGroup,
      servers,
      database: this.database.securityGroup,
      nodes: this.nodes.securityGroup,
    });
    const values = { identity: this.identity.clientId, databaseHost: this.database.server.fqdn };
    this.managers = new Managers(this, 'Managers', {
      name,
      place,
      subnet: this.network.servers,
      securityGroup: servers.group,
      identity: this.identity,
      pool: `${this.entry.gateway.id}/backendAddressPools/managers`,
      script: script.map((part) => (typeof part === 'string' ? part : values[part.value])).join(''),
      after: [...this.network.wayOut, ...this.database.ready, readsSecret, ...this.nodes.ready, ...flows],
    });
    new DnsARecord(this, 'Record', {
      name: domain.slice(0, -ZONE.length - 1),
      zoneName: ZONE,
      resourceGroupName: 'dns',
      ttl: 300,
      targetResourceId: this.entry.address.id,
    });
    tell(this, {
      entry_url: ['Where clients connect to', `https://${domain}/`],
      entry_address: ['Address of the public gateway', this.entry.address.ipAddress],
      group_name: ['Scale set of the Stream Managers', `${name}-stream-manager`],
      database_endpoint: ['Host and port of the database', `${this.database.server.fqdn}:3306`],
      nat_addresses: [
        'Addresses that the Stream Managers reach out from: let them in where a database or a node has a list',
        [this.network.address.ipAddress],
      ],
      server_identity: ["Client id of the Stream Managers' identity", this.identity.clientId],
      ...this.nodes.outputs(name),
    });
  }

  setUp(name) {
    this.addOverride('terraform.required_version', '>= 1.11.0');
    new AzurermBackend(this, {
      resourceGroupName: 'state',
      storageAccountName: 'examplestate',
      containerName: 'terraform',
      key: `streamfleet/${name}.tfstate`,
    });
    new AzurermProvider(this, 'Azure', {
      subscriptionId: SUBSCRIPTION,
      resourceProviderRegistrations: 'none',
      resourceProvidersToRegister: [
        'Microsoft.Compute',
        'Microsoft.DBforMySQL',
        'Microsoft.KeyVault',
        'Microsoft.ManagedIdentity',
        'Microsoft.Network',
        'microsoft.insights',
      ],
      features: [{ virtualMachineScaleSet: [{ reimageOnManualUpgrade: false, rollInstancesWhenRequired: false }] }],
    });
    new TimeProvider(this, 'Time');
  }
}

module.exports = { ClusterStack };
