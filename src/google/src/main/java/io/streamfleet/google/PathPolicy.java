package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicy;
import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicyRule;
import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicyRuleMatch;
import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicyRuleMatchConfig;
import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicyRuleMatchExpr;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** The policy of Cloud Armor that lets the plain spelling of listed paths pass, and answers 404 to all else. */
final class PathPolicy {
    /** The priority of a policy's last rule, which must be there. */
    private static final int LAST = 2_147_483_647;

    private static final String NOT_FOUND = "deny(404)";

    private PathPolicy() {}

    /** Creates a policy of rules that Cloud Armor takes as they are. */
    static ComputeSecurityPolicy create(Construct scope, String name, List<PathRule> rules) {
        List<ComputeSecurityPolicyRule> written = new ArrayList<>();
        for (PathRule rule : rules) {
            written.add(ComputeSecurityPolicyRule.builder()
                    .priority(rule.priority())
                    .description(rule.name())
                    .action(rule.action() == PathRule.Action.FORWARD ? "allow" : NOT_FOUND)
                    .match(ComputeSecurityPolicyRuleMatch.builder()
                            .expr(ComputeSecurityPolicyRuleMatchExpr.builder()
                                    .expression(TerraformText.literal(PathExpressions.of(rule)))
                                    .build())
                            .build())
                    .build());
        }
        written.add(allElse());
        return ComputeSecurityPolicy.Builder.create(scope, "SecurityPolicy")
                .name(name)
                .type("CLOUD_ARMOR")
                .rule(written)
                .build();
    }

    private static ComputeSecurityPolicyRule allElse() {
        return ComputeSecurityPolicyRule.builder()
                .priority(LAST)
                .description("Everything else")
                .action(NOT_FOUND)
                .match(ComputeSecurityPolicyRuleMatch.builder()
                        .versionedExpr("SRC_IPS_V1")
                        .config(ComputeSecurityPolicyRuleMatchConfig.builder()
                                .srcIpRanges(List.of("*"))
                                .build())
                        .build())
                .build();
    }
}
