package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.aws.Red5Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.CfnTopic;

/**
 * Holds the templates against what others know of AWS: CloudFormation's validation, which the CDK brings, as errors; and
 * cdk-nag's AwsSolutions, in which every finding that stands is acknowledged with its reason beside what raises it, and
 * no acknowledgement is left over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";
    private static final String FAIL_ON_REPORT = "@aws-cdk/core:failSynthOnValidationErrors";
    private static final String PATH_METADATA = "aws:cdk:enable-path-metadata";

    private Path nagged;

    /** A line of cdk-nag's report. */
    private record Finding(String rule, String path, String compliance, String reason) {}

    /** An acknowledgement in a template's metadata; {@code finding} is empty where it is for all of the rule's. */
    private record Acknowledgement(String rule, String path, String finding, String reason) {
        boolean isOf(Finding found) {
            return found.compliance().equals("Suppressed")
                    && found.rule().equals(rule)
                    && found.path().equals(path)
                    && (finding.isEmpty() || found.reason().startsWith("[" + finding + "]"));
        }
    }

    @BeforeAll
    void nag() {
        nagged = Project.scratch("nag");
        Map<String, Object> context = context();
        // Findings are errors of their resources; here they are read from the report instead.
        context.put(FAIL_ON_REPORT, false);
        context.put("@aws-cdk/core:validateAgainstDefaultRules", false);
        context.put(PATH_METADATA, true);
        App app = app(context, nagged);
        Shipped.aws().forEach(each -> Red5Stack.of(app, each.plan()));
        Aspects.of(app).add(Nag.awsSolutions());
        app.synth();
    }

    @Test
    @DisplayName("CloudFormation's validation passes without an error or a warning")
    void templates_cloudFormationsValidation_passes() {
        assertThat(validation())
                .extracting(plugin -> plugin.path("pluginName").asText())
                .contains("CloudFormation Validate");
        assertThat(validation()).allSatisfy(plugin -> {
            assertThat(plugin.path("conclusion").asText()).as(plugin.toString()).isEqualTo("success");
            assertThat(Template.items(plugin.path("violations"))).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "what is acknowledged of CloudFormation's validation: MySQL's version, and zones that a description names")
    void templates_cloudFormationsValidation_acknowledgesTwoThingsAlone() {
        // The CDK takes an acknowledgement for the whole app, so that one could hide another resource's mistake.
        Map<String, String> known = Map.of("E9006", "Properties.EngineVersion", "W3010", "Properties.AvailabilityZone");
        validation().forEach(plugin -> plugin.path("suppressedViolations").forEach(violation -> {
            String rule = violation.path("ruleName").asText();
            assertThat(known).as(violation.toString()).containsKey(rule);
            violation.path("violatingConstructs").forEach(construct -> assertThat(
                            construct.path("cloudFormationResource").path("propertyPaths"))
                    .as(construct.toString())
                    .extracting(JsonNode::asText)
                    .containsExactly(known.get(rule)));
        }));
    }

    private static List<JsonNode> validation() {
        return Template.items(
                Json.read(Shipped.assembly().resolve("validation-report.json")).path("pluginReports"));
    }

    @Test
    @DisplayName("CloudFormation's validation is on in cdk.json, as errors, and refuses a wrong template")
    void fails_wrongTemplate_isRefusedByTheValidation() {
        Path out = Project.scratch("invalid");
        Map<String, Object> context = context();
        assertThat(context).containsEntry("@aws-cdk/core:validateAgainstDefaultRules", true);
        context.put(FAIL_ON_REPORT, false);
        App app = app(context, out);
        CfnResource.Builder.create(new Stack(app, "Wrong"), "Group")
                .type("AWS::AutoScaling::AutoScalingGroup")
                .properties(Map.of("MinSize", "1"))
                .build();
        app.synth();

        assertThat(Template.items(
                        Json.read(out.resolve("validation-report.json")).path("pluginReports")))
                .anySatisfy(plugin -> {
                    assertThat(plugin.path("pluginName").asText()).isEqualTo("CloudFormation Validate");
                    assertThat(plugin.path("conclusion").asText()).isEqualTo("failure");
                    assertThat(plugin.path("violations").toString()).contains("MaxSize");
                });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("cdk-nag AwsSolutions: no finding that is not acknowledged")
    void templates_nag_findsNothingUnacknowledged(Case each) {
        assertThat(findings(each))
                .as("cdk-nag looked at this stack")
                .isNotEmpty()
                .filteredOn(found -> !List.of("Compliant", "Suppressed").contains(found.compliance()))
                .as("fix it, or acknowledge it with a reason beside what raises it")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("cdk-nag AwsSolutions: no acknowledgement of what is not found, none without a reason")
    void templates_nag_acknowledgementsAreNeeded(Case each) {
        List<Finding> findings = findings(each);

        assertThat(acknowledgements(each)).allSatisfy(acknowledged -> {
            assertThat(findings).as("found by cdk-nag: " + acknowledged).anyMatch(acknowledged::isOf);
            assertThat(acknowledged.reason()).as("reason of " + acknowledged).hasSizeGreaterThan(20);
        });
    }

    @Test
    @DisplayName("cdk-nag AwsSolutions: acknowledged are these rules alone")
    void templates_nag_acknowledgedRulesAreKnown() {
        var rules = new TreeSet<String>();
        Shipped.aws().forEach(each -> acknowledgements(each).forEach(known -> rules.add(known.rule())));

        assertThat(rules)
                .isSubsetOf(
                        "AwsSolutions-AS3",
                        "AwsSolutions-EC23",
                        "AwsSolutions-EC26",
                        "AwsSolutions-IAM4",
                        "AwsSolutions-IAM5",
                        "AwsSolutions-RDS3",
                        "AwsSolutions-RDS10",
                        "AwsSolutions-RDS11",
                        "AwsSolutions-S1",
                        "AwsSolutions-SMG4",
                        "AwsSolutions-VPC7");
    }

    @Test
    @DisplayName("cdk-nag is really run: it finds an unencrypted topic")
    void fails_nagOfABadStack_finds() {
        Path out = Project.scratch("nag-of-a-bad-stack");
        Map<String, Object> context = context();
        context.put(FAIL_ON_REPORT, false);
        App app = app(context, out);
        CfnTopic.Builder.create(new Stack(app, "Bad"), "Topic").build();
        Aspects.of(app).add(Nag.awsSolutions());
        app.synth();

        assertThat(Template.items(Json.read(out.resolve("AwsSolutions-Bad-NagReport.json"))
                        .path("lines")))
                .anyMatch(line -> line.path("compliance").asText().equals("Non-Compliant"));
    }

    private List<Finding> findings(Case each) {
        Path report = nagged.resolve("AwsSolutions-" + each.plan().name() + "-NagReport.json");
        return Template.items(Json.read(report).path("lines")).stream()
                .map(line -> new Finding(
                        line.path("ruleId").asText(),
                        line.path("resourceId").asText(),
                        line.path("compliance").asText(),
                        line.path("exceptionReason").asText()))
                .toList();
    }

    /** Reads them from the template with paths, which is made of the same plan. */
    private List<Acknowledgement> acknowledgements(Case each) {
        Template template = new Template(Json.read(nagged.resolve(each.plan().name() + ".template.json")));
        List<Acknowledgement> all = new ArrayList<>();
        for (Template.Resource resource : template.resources()) {
            JsonNode metadata = resource.json().path("Metadata");
            String path = metadata.path("aws:cdk:path").asText();
            for (JsonNode rule : metadata.path("cdk_nag").path("rules_to_suppress")) {
                Stream<String> findings = rule.path("applies_to").isEmpty()
                        ? Stream.of("")
                        : Template.items(rule.path("applies_to")).stream().map(JsonNode::asText);
                findings.forEach(finding -> all.add(new Acknowledgement(
                        rule.path("id").asText(),
                        path,
                        finding,
                        rule.path("reason").asText())));
            }
        }
        return all;
    }

    /** The settings that every command of the CDK reads. */
    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        Json.read(Project.root().resolve("cdk.json"))
                .path("context")
                .properties()
                .forEach(setting -> context.put(
                        setting.getKey(),
                        setting.getValue().isBoolean()
                                ? setting.getValue().asBoolean()
                                : Template.items(setting.getValue()).stream()
                                        .map(JsonNode::asText)
                                        .toList()));
        return context;
    }

    private static App app(Map<String, Object> context, Path out) {
        return new App(AppProps.builder()
                .analyticsReporting(false)
                .context(context)
                .outdir(out.toString())
                .build());
    }
}
