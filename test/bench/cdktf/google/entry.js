'use strict';
const { Construct } = require('constructs');
const { createHash } = require('node:crypto');
const { ComputeBackendService } = require('@cdktf/provider-google/lib/compute-backend-service');
const { ComputeGlobalAddress } = require('@cdktf/provider-google/lib/compute-global-address');
const { ComputeGlobalForwardingRule } = require('@cdktf/provider-google/lib/compute-global-forwarding-rule');
const { ComputeHealthCheck } = require('@cdktf/provider-google/lib/compute-health-check');
const { ComputeManagedSslCertificate } = require('@cdktf/provider-google/lib/compute-managed-ssl-certificate');
const { ComputeSecurityPolicy } = require('@cdktf/provider-google/lib/compute-security-policy');
const { ComputeSslPolicy } = require('@cdktf/provider-google/lib/compute-ssl-policy');
const { ComputeTargetHttpProxy } = require('@cdktf/provider-google/lib/compute-target-http-proxy');
const { ComputeTargetHttpsProxy } = require('@cdktf/provider-google/lib/compute-target-https-proxy');
const { ComputeUrlMap } = require('@cdktf/provider-google/lib/compute-url-map');
const { PATHS } = require('../paths');

const PRIORITIES = [100, 110, 120, 130, 300, 400];

/** The way in: HTTPS for the whole world, by one address. */
class Entry extends Construct {
  constructor(scope, id, { name, domain, groups }) {
    super(scope, id);
    const entry = `${name}-entry`;
    this.address = new ComputeGlobalAddress(this, 'Address', {
      name: entry,
      lifecycle: { preventDestroy: true },
    });
    const policy = new ComputeSecurityPolicy(this, 'SecurityPolicy', {
      name: entry,
      type: 'CLOUD_ARMOR',
      rule: [
        ...PATHS.map(({ name: description, passes, path }, place) => ({
          priority: PRIORITIES[place],
          action: passes ? 'allow' : 'deny(404)',
          description,
          // This firewall takes no groups that capture.
          match: { expr: { expression: `request.path.matches(r'${path.replaceAll('(', '(?:')}')` } },
        })),
        {
          priority: 2147483647,
          action: 'deny(404)',
          description: 'Everything else',
          match: { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['*'] } },
        },
      ],
    });
    const check = new ComputeHealthCheck(this, 'HealthCheck', {
      name: entry,
      checkIntervalSec: 30,
      timeoutSec: 10,
      healthyThreshold: 2,
      unhealthyThreshold: 5,
      httpHealthCheck: { port: 5080, requestPath: '/' },
      logConfig: { enable: true },
    });
    const service = new ComputeBackendService(this, 'BackendService', {
      name: entry,
      loadBalancingScheme: 'EXTERNAL_MANAGED',
      protocol: 'HTTP',
      portName: 'http',
      timeoutSec: 86400,
      connectionDrainingTimeoutSec: 3600,
      sessionAffinity: 'NONE',
      healthChecks: [check.id],
      securityPolicy: policy.id,
      backend: groups.map((group) => ({
        group: group.instanceGroup,
        balancingMode: 'RATE',
        maxRatePerInstance: 1000,
      })),
      logConfig: { enable: true, sampleRate: 1 },
    });
    this.listen(name, domain, new ComputeUrlMap(this, 'UrlMap', { name: entry, defaultService: service.id }));
    this.redirect(name);
  }

  listen(name, domain, urlMap) {
    const certificate = new ComputeManagedSslCertificate(this, 'Certificate', {
      name: `${name}-entry-${createHash('sha256').update(`[${domain}]`).digest('hex').slice(0, 8)}`,
      managed: { domains: [domain] },
      lifecycle: { createBeforeDestroy: true },
    });
    const policy = new ComputeSslPolicy(this, 'SslPolicy', {
      name: `${name}-entry`,
      profile: 'MODERN',
      minTlsVersion: 'TLS_1_2',
    });
    const proxy = new ComputeTargetHttpsProxy(this, 'HttpsProxy', {
      name: `${name}-entry`,
      urlMap: urlMap.id,
      sslCertificates: [certificate.id],
      sslPolicy: policy.id,
      lifecycle: { createBeforeDestroy: true },
    });
    this.forward('Https', `${name}-entry-https`, '443', proxy);
  }

  redirect(name) {
    const urlMap = new ComputeUrlMap(this, 'RedirectUrlMap', {
      name: `${name}-redirect`,
      defaultUrlRedirect: {
        httpsRedirect: true,
        redirectResponseCode: 'MOVED_PERMANENTLY_DEFAULT',
        stripQuery: false,
      },
    });
    const proxy = new ComputeTargetHttpProxy(this, 'HttpProxy', { name: `${name}-redirect`, urlMap: urlMap.id });
    this.forward('Http', `${name}-entry-http`, '80', proxy);
  }

  forward(id, name, portRange, proxy) {
    new ComputeGlobalForwardingRule(this, id, {
      name,
      portRange,
      loadBalancingScheme: 'EXTERNAL_MANAGED',
      ipProtocol: 'TCP',
      ipAddress: this.address.id,
      target: proxy.id,
    });
  }
}

module.exports = { Entry };
