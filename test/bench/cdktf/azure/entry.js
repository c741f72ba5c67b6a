'use strict';
const { Construct } = require('constructs');
const { ApplicationGateway } = require('@cdktf/provider-azurerm/lib/application-gateway');
const { PublicIp } = require('@cdktf/provider-azurerm/lib/public-ip');
const { RoleAssignment } = require('@cdktf/provider-azurerm/lib/role-assignment');
const { UserAssignedIdentity } = require('@cdktf/provider-azurerm/lib/user-assigned-identity');
const { Sleep } = require('@cdktf/provider-time/lib/sleep');
const { createFirewall } = require('./firewall');
const { SecurityGroup } = require('./security-group');

const CERTIFICATE = 'https://red5-vault.vault.azure.net/secrets/arena-example-com';
const ZONES = ['1', '2', '3'];

/** The way in: HTTPS for the whole world, by one address. */
class Entry extends Construct {
  constructor(scope, id, { name, place, network, vault }) {
    super(scope, id);
    const gateway = `${name}-gateway`;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { name: gateway, place });
    const ready = [
      this.securityGroup.rule('GatewayManager', 'Inbound', 3900, 'What Azure runs a gateway with', {
        sourceAddressPrefix: 'GatewayManager',
        destinationPortRange: '65200-65535',
      }),
      this.securityGroup.guard(network.gateway),
    ];
    this.address = new PublicIp(this, 'Address', {
      name: gateway,
      ...place,
      sku: 'Standard',
      allocationMethod: 'Static',
      idleTimeoutInMinutes: 30,
      zones: ZONES,
      lifecycle: { preventDestroy: true },
    });
    const identity = new UserAssignedIdentity(this, 'Identity', { name: gateway, ...place });
    this.gateway = new ApplicationGateway(this, 'Gateway', {
      name: gateway,
      ...place,
      zones: ZONES,
      sku: { name: 'WAF_v2', tier: 'WAF_v2' },
      autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      gatewayIpConfiguration: [{ name: 'subnet', subnetId: network.gateway.id }],
      firewallPolicyId: createFirewall(this, { name, place }).id,
      ...this.frontend(),
      ...backend(),
      lifecycle: { preventDestroy: true },
      dependsOn: [...ready, this.certificateReader(identity, vault)],
    });
  }

  /** A role counts some time after it is given; of another certificate, before the gateway turns to it. */
  certificateReader(identity, vault) {
    const secret = `${vault}/secrets/${CERTIFICATE.split('/').pop()}`;
    const lifecycle = { createBeforeDestroy: true };
    const mayRead = new RoleAssignment(this, 'MayReadCertificate', {
      scope: secret,
      roleDefinitionName: 'Key Vault Secrets User',
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
      skipServicePrincipalAadCheck: true,
      lifecycle,
    });
    return new Sleep(this, 'RoleCounts', { createDuration: '120s', triggers: { secret }, dependsOn: [mayRead], lifecycle });
  }

  frontend() {
    const listener = { frontendIpConfigurationName: 'public' };
    return {
      frontendIpConfiguration: [{ name: 'public', publicIpAddressId: this.address.id }],
      frontendPort: [
        { name: 'https', port: 443 },
        { name: 'http', port: 80 },
      ],
      sslCertificate: [{ name: 'domain', keyVaultSecretId: CERTIFICATE }],
      sslPolicy: { policyType: 'Predefined', policyName: 'AppGwSslPolicy20220101' },
      httpListener: [
        { name: 'https', ...listener, frontendPortName: 'https', protocol: 'Https', sslCertificateName: 'domain' },
        { name: 'http', ...listener, frontendPortName: 'http', protocol: 'Http' },
      ],
      redirectConfiguration: [
        {
          name: 'https',
          redirectType: 'Permanent',
          targetListenerName: 'https',
          includePath: true,
          includeQueryString: true,
        },
      ],
    };
  }
}

function backend() {
  return {
    backendAddressPool: [{ name: 'managers' }],
    backendHttpSettings: [
      {
        name: 'servers',
        protocol: 'Http',
        port: 5080,
        cookieBasedAffinity: 'Disabled',
        pickHostNameFromBackendAddress: true,
        probeName: 'servers',
        requestTimeout: 86400,
        connectionDraining: { enabled: true, drainTimeoutSec: 3600 },
      },
    ],
    probe: [
      {
        name: 'servers',
        protocol: 'Http',
        path: '/',
        pickHostNameFromBackendHttpSettings: true,
        interval: 30,
        timeout: 10,
        unhealthyThreshold: 5,
        match: { statusCode: ['200'] },
      },
    ],
    requestRoutingRule: [
      {
        name: 'https',
        ruleType: 'Basic',
        priority: 10,
        httpListenerName: 'https',
        backendAddressPoolName: 'managers',
        backendHttpSettingsName: 'servers',
      },
      { name: 'http', ruleType: 'Basic', priority: 20, httpListenerName: 'http', redirectConfigurationName: 'https' },
    ],
  };
}

module.exports = { Entry };
