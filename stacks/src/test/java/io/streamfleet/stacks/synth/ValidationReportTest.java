package io.streamfleet.stacks.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.stacks.refusal.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationReportTest {
    private static ValidationReport of(String json) {
        try {
            return ValidationReport.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String violation(String severity) {
        return """
                { "pluginReports": [ { "pluginName": "CloudFormation Validate", "conclusion": "failure", "violations": [
                  { "ruleName": "F3002", "description": "Foo: is too much\\n  of it", "severity": "%s",
                    "violatingConstructs": [ { "constructPath": "live/Cluster/Vpc",
                      "cloudFormationResource": { "logicalId": "Vpc", "propertyPaths": ["Properties.Foo"] } } ] } ] } ] }
                """.formatted(severity);
    }

    @Test
    void fails_error_inOneLineWithPlaceAndRule() {
        ValidationReport report = of(violation("error"));

        assertThat(report.errors()).containsExactly("live/Cluster/Vpc Properties.Foo: Foo: is too much of it (F3002)");
        assertThatThrownBy(report::throwIfRefused)
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(
                        "refused: a template does not pass CloudFormation's validation; nothing was written");
    }

    @Test
    void warning_alone_refusesNothing() {
        ValidationReport report = of(violation("warning").replace("failure", "success"));

        assertThat(report.errors()).isEmpty();
        assertThatCode(report::throwIfRefused).doesNotThrowAnyException();
    }

    @Test
    void fails_pluginWithoutReason_isNotTakenForGood() {
        assertThat(of("""
                        { "pluginReports": [ { "pluginName": "CloudFormation Validate", "conclusion": "failure" } ] }
                        """).errors()).containsExactly("CloudFormation Validate failed and gave no reason");
    }

    @Test
    void fails_longDescription_isCutShort() {
        String long1 = violation("error").replace("Foo: is too much", "x".repeat(1000));

        assertThat(of(long1).errors().get(0)).hasSizeLessThan(500).contains("x...");
    }

    @Test
    void report_thatIsAbsent_refusesNothing(@TempDir Path folder) {
        assertThat(ValidationReport.read(folder).errors()).isEmpty();
    }
}
