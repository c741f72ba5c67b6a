'use strict';
const { GcsBackend, TerraformStack } = require('cdktf');
const { GoogleProvider } = require('@cdktf/provider-google/lib/provider');
const { DnsRecordSet } = require('@cdktf/provider-google/lib/dns-record-set');
const { SecretManagerSecretIamMember } = require('@cdktf/provider-google/lib/secret-manager-secret-iam-member');
const { ServiceAccount } = require('@cdktf/provider-google/lib/service-account');
const { tell } = require('../outputs');
const { Database } = require('./database');
const { Entry } = require('./entry');
const { openFlows } = require('./flows');
const { Managers } = require('./managers');
const { Network } = require('./network');
const { Nodes } = require('./nodes');

const PROJECT = 'example-project';

/** One Red5 Pro cluster. */
class ClusterStack extends TerraformStack {
  constructor(scope, { name, domain, prefix, script }) {
    super(scope, name);
    this.addOverride('terraform.required_version', '>= 1.11.0');
    new GcsBackend(this, { bucket: 'example-project-state', prefix: `streamfleet/${name}` });
    new GoogleProvider(this, 'Google', { project: PROJECT });
    const secret = `${name}-stream-manager`;

    this.network = new Network(this, 'Network', name);
    this.account = new ServiceAccount(this, 'Account', {
      accountId: `${name}-server`,
      displayName: `Stream Managers of ${name}`,
    });
    const readsSecret = new SecretManagerSecretIamMember(this, 'TierSecret', {
      secretId: secret,
      role: 'roles/secretmanager.secretAccessor',
      member: this.account.member,
    });
    this.database = new Database(this, 'Database', this.network, secret);
    this.nodes = new Nodes(this, 'Nodes', { name, prefix, project: PROJECT, account: this.account });
    const flows = openFlows(this, {
      name,
      network: this.network.network,
      account: this.account,
      database: this.database.instance.privateIpAddress,
    });
    this.managers = new Managers(this, 'Managers', {
      name,
      network: this.network,
      account: this.account,
      script: script.map((part) => (typeof part === 'string' ? part : this.database.instance.privateIpAddress)).join(''),
      after: [
        ...this.network.gateways,
        this.database.schema,
        this.database.user,
        readsSecret,
        ...this.nodes.grants,
        ...flows,
      ],
    });
    this.entry = new Entry(this, 'Entry', { name, domain, groups: this.managers.groups });
    new DnsRecordSet(this, 'Record', {
      managedZone: 'example-zone',
      name: `${domain}.`,
      type: 'A',
      ttl: 300,
      rrdatas: [this.entry.address.address],
    });
    tell(this, {
      entry_url: ['Where clients connect to', `https://${domain}/`],
      entry_address: ['Address of the public load balancer', this.entry.address.address],
      group_names: [
        'Managed instance groups of the Stream Managers, one a region',
        this.managers.groups.map((group) => group.nameInput),
      ],
      database_endpoint: ['Host and port of the database', `${this.database.instance.privateIpAddress}:3306`],
      nat_addresses: [
        'Addresses that the Stream Managers reach out from: let them in where a database or a node has a list',
        this.network.addresses.map((address) => address.address),
      ],
      server_account: ['Service account of the Stream Managers', this.account.email],
      ...this.nodes.outputs(name),
    });
  }
}

module.exports = { ClusterStack };
