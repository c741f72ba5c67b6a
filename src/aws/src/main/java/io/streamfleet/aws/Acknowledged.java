package io.streamfleet.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * Writes into a resource's metadata which findings of cdk-nag, checkov and cfn-lint are known; why they stand, for the
 * first two with the finding, for cfn-lint where it is called.
 *
 * <p>It is the form that these tools read, so that an application that runs them is not told what was decided here, and
 * one that does not needs no dependency on them.
 */
final class Acknowledged {
    private static final String KEY = "cdk_nag";
    private static final String RULES = "rules_to_suppress";
    private static final String CHECKOV = "CKV";

    private Acknowledged() {}

    /**
     * One finding.
     *
     * @param rule id of the rule: {@code AwsSolutions-S1} is cdk-nag's, {@code CKV_AWS_18} checkov's
     * @param reason why it stands, in ASCII
     * @param appliesTo the parts of it that are meant, for rules that find several in one resource; all where empty
     */
    record Finding(String rule, String reason, List<String> appliesTo) {
        Finding(String rule, String reason) {
            this(rule, reason, List.of());
        }

        private Map<String, Object> metadata() {
            Map<String, Object> metadata = new LinkedHashMap<>();
            metadata.put("id", rule);
            metadata.put("reason", reason);
            if (!appliesTo.isEmpty()) {
                metadata.put("applies_to", appliesTo);
            }
            return metadata;
        }
    }

    /**
     * Acknowledges findings of a construct's resource; call it once for each resource.
     *
     * @param construct a resource, or a construct around one
     * @param findings what is acknowledged
     */
    static void on(IConstruct construct, Finding... findings) {
        List<Map<String, Object>> forNag = new ArrayList<>();
        List<Map<String, Object>> forCheckov = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.rule().startsWith(CHECKOV)) {
                forCheckov.add(Json.object("id", finding.rule(), "comment", finding.reason()));
            } else {
                forNag.add(finding.metadata());
            }
        }
        CfnResource resource = resource(construct);
        if (!forNag.isEmpty()) {
            resource.addMetadata(KEY, Map.of(RULES, forNag));
        }
        if (!forCheckov.isEmpty()) {
            resource.addMetadata("checkov", Map.of("skip", forCheckov));
        }
    }

    /**
     * Has cfn-lint pass over checks of a construct's resource; call it once for each resource.
     *
     * @param construct a resource, or a construct around one
     * @param checks ids of the checks, such as {@code W3010}
     */
    static void checks(IConstruct construct, String... checks) {
        resource(construct).addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of(checks))));
    }

    /**
     * Has CloudFormation's validation, which the CDK runs at each synthesis, pass over a check. The CDK then passes over it
     * in the whole application, so only narrow checks may go here.
     *
     * @param construct a resource, or a construct around one
     * @param check id of the check, such as {@code E9006}
     * @param reason why it does not hold
     */
    static void validation(IConstruct construct, String check, String reason) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder()
                        .id("CloudFormation-Validate::" + check)
                        .reason(reason)
                        .build());
    }

    private static CfnResource resource(IConstruct construct) {
        return (CfnResource)
                (construct instanceof CfnResource
                        ? construct
                        : construct.getNode().getDefaultChild());
    }
}
