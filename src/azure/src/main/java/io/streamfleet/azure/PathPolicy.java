package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicy;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyCustomRules;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyCustomRulesMatchConditions;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyCustomRulesMatchConditionsMatchVariables;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyManagedRules;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyManagedRulesManagedRuleSet;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicyPolicySettings;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.constructs.Construct;

/**
 * The policy of a web application firewall that lets the plain spelling of listed paths pass, and answers 403 to all else.
 *
 * <p>A rule that allows or blocks ends a request's way through the policy. Every request meets one, so that Azure's own
 * rules, which must be there, decide on none: they take bodies of SDP and WHIP for attacks.
 */
final class PathPolicy {
    private static final List<String> EVERYTHING = List.of(".*");

    private PathPolicy() {}

    /** Creates a policy of rules that Azure takes as they are: tried in the order of their priorities. */
    static WebApplicationFirewallPolicy create(Construct scope, String name, Place place, List<PathRule> rules) {
        List<PathRule> inOrder =
                rules.stream().sorted(Comparator.comparing(PathRule::priority)).toList();
        List<WebApplicationFirewallPolicyCustomRules> written = new ArrayList<>();
        for (PathRule rule : inOrder) {
            // Azure's priorities go to 100: places in the order, which one update of the policy can all change.
            written.add(custom(rule.name(), written.size() + 1, isAllowed(rule), conditions(rule)));
        }
        written.add(custom("EverythingElse", written.size() + 1, false, List.of(uri(EVERYTHING))));
        return WebApplicationFirewallPolicy.Builder.create(scope, "FirewallPolicy")
                .name(name)
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .customRules(written)
                .managedRules(managedRules())
                .policySettings(WebApplicationFirewallPolicyPolicySettings.builder()
                        .enabled(true)
                        .mode("Prevention")
                        .requestBodyCheck(false)
                        .build())
                .build();
    }

    private static boolean isAllowed(PathRule rule) {
        return rule.action() == PathRule.Action.FORWARD;
    }

    private static WebApplicationFirewallPolicyCustomRules custom(
            String name,
            int priority,
            boolean isAllowed,
            List<WebApplicationFirewallPolicyCustomRulesMatchConditions> conditions) {
        return WebApplicationFirewallPolicyCustomRules.builder()
                .name(name)
                .priority(priority)
                .ruleType("MatchRule")
                .action(isAllowed ? "Allow" : "Block")
                .matchConditions(conditions)
                .build();
    }

    private static List<WebApplicationFirewallPolicyCustomRulesMatchConditions> conditions(PathRule rule) {
        List<WebApplicationFirewallPolicyCustomRulesMatchConditions> conditions = new ArrayList<>();
        conditions.add(uri(List.of(TerraformText.literal(PathExpressions.of(rule)))));
        if (!rule.from().isEmpty()) {
            conditions.add(condition(
                    "RemoteAddr",
                    "IPMatch",
                    rule.from().stream().map(Cidr::toString).toList()));
        }
        return conditions;
    }

    private static WebApplicationFirewallPolicyCustomRulesMatchConditions uri(List<String> expressions) {
        return condition("RequestUri", "Regex", expressions);
    }

    private static WebApplicationFirewallPolicyCustomRulesMatchConditions condition(
            String variable, String operator, List<String> values) {
        return WebApplicationFirewallPolicyCustomRulesMatchConditions.builder()
                .matchVariables(List.of(WebApplicationFirewallPolicyCustomRulesMatchConditionsMatchVariables.builder()
                        .variableName(variable)
                        .build()))
                .operator(operator)
                .negationCondition(false)
                .matchValues(values)
                .build();
    }

    private static WebApplicationFirewallPolicyManagedRules managedRules() {
        return WebApplicationFirewallPolicyManagedRules.builder()
                .managedRuleSet(List.of(WebApplicationFirewallPolicyManagedRulesManagedRuleSet.builder()
                        .type("Microsoft_DefaultRuleSet")
                        .version("2.1")
                        .build()))
                .build();
    }
}
