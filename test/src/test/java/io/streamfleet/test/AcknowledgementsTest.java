package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds that each finding that a construct acknowledges, of cdk-nag, checkov or cfn-lint, is in some shipped template: the
 * suites that compare acknowledgements with findings see templates alone, and would never judge another.
 */
class AcknowledgementsTest {
    private static final Path CONSTRUCTS = Project.root().resolve("src/aws/src/main/java");
    private static final Pattern OF_NAG_OR_CHECKOV = Pattern.compile("\"(AwsSolutions-[A-Z]+\\d+|CKV2?_AWS_\\d+)\"");
    private static final Pattern OF_CFN_LINT = Pattern.compile("Acknowledged\\.checks\\(\\w+, \"([A-Z]\\d+)\"\\)");

    @Test
    @DisplayName("every finding that a construct acknowledges is in a shipped template")
    void constructs_acknowledgements_areInATemplate() {
        Set<String> written = new TreeSet<>();
        for (Path file : Project.filesBelow(CONSTRUCTS)) {
            String source = Project.read(file);
            OF_NAG_OR_CHECKOV.matcher(source).results().forEach(found -> written.add(found.group(1)));
            OF_CFN_LINT.matcher(source).results().forEach(found -> written.add(found.group(1)));
        }

        assertThat(written)
                .as("the sources were read")
                .contains("AwsSolutions-IAM5", "CKV_AWS_161", "W3010")
                .isEqualTo(inTemplates());
    }

    private static Set<String> inTemplates() {
        Set<String> rules = new TreeSet<>();
        for (Case each : Shipped.aws()) {
            for (Template.Resource resource : each.template().resources()) {
                var metadata = resource.json().path("Metadata");
                metadata.at("/cdk_nag/rules_to_suppress")
                        .forEach(rule -> rules.add(rule.path("id").asText()));
                metadata.at("/checkov/skip")
                        .forEach(check -> rules.add(check.path("id").asText()));
                metadata.at("/cfn-lint/config/ignore_checks").forEach(check -> rules.add(check.asText()));
            }
        }
        return rules;
    }
}
