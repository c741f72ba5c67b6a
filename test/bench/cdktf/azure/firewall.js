'use strict';
const {
  WebApplicationFirewallPolicy,
} = require('@cdktf/provider-azurerm/lib/web-application-firewall-policy');
const { PATHS } = require('../paths');

/** Returns the policy of the requests that pass, as the client wrote them, with any query behind. */
function createFirewall(scope, { name, place }) {
  const rules = PATHS.map((rule) => ({ ...rule, path: rule.path.replace(/\$$/, String.raw`(\?.*)?$`) }));
  return new WebApplicationFirewallPolicy(scope, 'Firewall', {
    // Letters and digits alone.
    name: `${name.replaceAll('-', '')}gateway`,
    ...place,
    customRules: [...rules, { name: 'EverythingElse', passes: false, path: '.*' }].map(
      ({ name: ruleName, passes, path }, number) => ({
        name: ruleName,
        priority: number + 1,
        ruleType: 'MatchRule',
        action: passes ? 'Allow' : 'Block',
        matchConditions: [
          {
            matchVariables: [{ variableName: 'RequestUri' }],
            operator: 'Regex',
            negationCondition: false,
            matchValues: [path],
          },
        ],
      }),
    ),
    managedRules: { managedRuleSet: [{ type: 'Microsoft_DefaultRuleSet', version: '2.1' }] },
    policySettings: { enabled: true, mode: 'Prevention', requestBodyCheck: false },
  });
}

module.exports = { createFirewall };
