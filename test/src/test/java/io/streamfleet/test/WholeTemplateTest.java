package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.test.Template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every template promises as a whole: nothing looked up, nothing uploaded, nothing renamed, nothing lost. */
class WholeTemplateTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";

    /** Properties that fix a physical name. A fixed name stops a second stack, and a replacement of its resource. */
    private static final Set<String> NAMES = Set.of(
            "AlarmName",
            "AutoScalingGroupName",
            "BucketName",
            "DBInstanceIdentifier",
            "DBParameterGroupName",
            "DBSubnetGroupName",
            "GroupName",
            "InstanceProfileName",
            "LaunchTemplateName",
            "LifecycleHookName",
            "LogGroupName",
            "ManagedPolicyName",
            "Name",
            "PolicyName",
            "RoleName",
            "ScheduledActionName",
            "TopicName");

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no zone of the CDK's invention")
    void template_zones_areNotInvented(Case each) {
        assertThat(each.template().text()).doesNotContain("dummy1").doesNotContain("dummy-");
    }

    @Test
    @DisplayName("no look-up: the assembly asks for no context")
    void assembly_context_isNotAskedFor() {
        JsonNode manifest = Json.read(Shipped.assembly().resolve("manifest.json"));

        assertThat(manifest.path("missing").isMissingNode())
                .as("missing context")
                .isTrue();
        assertThat(Shipped.assembly().resolve("cdk.context.json")).doesNotExist();
        assertThat(Project.root().resolve("cdk.context.json")).doesNotExist();
    }

    @Test
    @DisplayName("no assets: a template is all there is to deploy")
    void assembly_assets_areTemplatesAlone() {
        assertThat(Project.filesBelow(Shipped.assembly()))
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name -> name.startsWith("asset."));
        for (JsonNode artifact :
                Json.read(Shipped.assembly().resolve("manifest.json")).path("artifacts")) {
            if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
                String file = artifact.path("properties").path("file").asText();
                JsonNode assets = Json.read(Shipped.assembly().resolve(file));
                assertThat(assets.path("dockerImages")).as(file).isEmpty();
                assertThat(assets.path("files"))
                        .as(file)
                        .extracting(asset -> asset.path("source").path("path").asText())
                        .containsExactly(file.replace(".assets.json", ".template.json"));
            }
        }
    }

    @Test
    @DisplayName("whoever deploys does so by the bucket of cdk bootstrap, and by none of its roles")
    void assembly_deployment_assumesNoRole() {
        JsonNode manifest = Json.read(Shipped.assembly().resolve("manifest.json"));
        assertThat(manifest.findValues("stackTemplateAssetObjectUrl"))
                .hasSize(Shipped.aws().size())
                .allMatch(url -> url.asText().startsWith("s3://cdk-hnb659fds-assets-"));
        assertThat(manifest.toString()).doesNotContain(":role/", "requiresBootstrapStackVersion");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no parameter but an image's, no bootstrap check, no report to AWS of which constructs are used")
    void template_extras_areNone(Case each) {
        assertThat(each.template().json().path("Parameters"))
                .extracting(parameter -> parameter.path("Type").asText())
                .allMatch(type -> type.equals("AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>"));
        assertThat(each.template().json().path("Rules").isMissingNode())
                .as("Rules")
                .isTrue();
        assertThat(each.template().all("AWS::CDK::Metadata")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no Lambda, no custom resource, no nested stack")
    void template_types_areNoCode(Case each) {
        assertThat(each.template().resources())
                .extracting(Resource::type)
                .noneMatch(type -> type.startsWith("AWS::Lambda::")
                        || type.startsWith("Custom::")
                        || type.equals("AWS::CloudFormation::CustomResource")
                        || type.equals("AWS::CloudFormation::Stack"));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no $Latest, no $Default: a template version is a number")
    void template_versions_areNumbers(Case each) {
        assertThat(each.template().text()).doesNotContain("$Latest").doesNotContain("$Default");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("physical names only where a product looks a thing up: the nodes' security group and the hook drain")
    void template_physicalNames_areThoseLookedUp(Case each) {
        Set<String> names = new TreeSet<>();
        for (Resource resource : each.template().resources()) {
            resource.property().properties().stream()
                    .filter(property -> NAMES.contains(property.getKey()))
                    .filter(property -> property.getValue().isTextual())
                    .forEach(property -> names.add(resource.type() + " " + property.getKey() + " "
                            + property.getValue().asText()));
        }
        // Route 53's names are what its resources are; an inline policy's name is the role's own affair.
        names.removeIf(name -> name.startsWith("AWS::Route53::") || name.startsWith("AWS::IAM::Policy PolicyName "));

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "AWS::AutoScaling::LifecycleHook LifecycleHookName drain",
                        "AWS::EC2::SecurityGroup GroupName " + each.plan().name() + "-nodes");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("what holds data outlives the stack: the database as a snapshot, logs as they are")
    void template_stateful_isKept(Case each) {
        Map<String, String> kept = Map.of(
                "AWS::RDS::DBInstance", "Snapshot", "AWS::S3::Bucket", "Retain", "AWS::Logs::LogGroup", "Retain");
        for (Resource resource : each.template().resources()) {
            String policy = kept.get(resource.type());
            if (policy != null) {
                assertThat(resource.json().path("DeletionPolicy").asText())
                        .as(resource.toString())
                        .isEqualTo(policy);
                assertThat(resource.json().path("UpdateReplacePolicy").asText())
                        .as(resource.toString())
                        .isEqualTo(policy);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("outputs with stable names; the record to create where there is no zone")
    void template_outputs_haveStableNames(Case each) {
        List<String> names = new ArrayList<>(List.of(
                "ControllerPolicyArn",
                "DatabaseEndpoint",
                "EntryAddress",
                "EntryUrl",
                "GroupName",
                "LaunchConfigurationParameter",
                "NodeGroupParameter",
                "ScalePolicyParameter"));
        if (each.plan().spec().dns().isEmpty()) {
            names.add("DnsRecordToCreate");
        }

        assertThat(each.template().outputs()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Template.text(each.template().json().at("/Outputs/EntryUrl/Value")))
                .isEqualTo("https://" + each.plan().spec().domain() + "/");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no output is exported: an export would tie stacks together")
    void template_outputs_areNotExported(Case each) {
        assertThat(each.template().json().path("Outputs"))
                .allSatisfy(output ->
                        assertThat(output.path("Export").isMissingNode()).isTrue());
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the description's tags are on everything that takes tags")
    void template_tags_areOnEverything(Case each) {
        Map<String, String> tags = each.plan().spec().tags();
        if (tags.isEmpty()) {
            return;
        }
        for (String type : List.of(
                "AWS::EC2::SecurityGroup",
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
                "AWS::IAM::Role",
                "AWS::CloudWatch::Alarm",
                "AWS::AutoScaling::AutoScalingGroup")) {
            assertThat(each.template().all(type))
                    .as(type)
                    .isNotEmpty()
                    .allSatisfy(resource ->
                            tags.forEach((key, value) -> assertThat(Template.items(resource.property("Tags")))
                                    .as(resource.toString())
                                    .anyMatch(tag -> tag.path("Key").asText().equals(key)
                                            && tag.path("Value").asText().equals(value))));
        }
        Resource server = each.template().only("AWS::EC2::LaunchTemplate");
        for (JsonNode specification : server.property("LaunchTemplateData", "TagSpecifications")) {
            tags.forEach((key, value) -> assertThat(Template.items(specification.path("Tags")))
                    .as(specification.path("ResourceType").asText())
                    .anyMatch(tag -> tag.path("Key").asText().equals(key)
                            && tag.path("Value").asText().equals(value)));
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the stack is named after its description, in its account and region, protected as it says")
    void stack_nameAndPlace_areTheDescriptions(Case each) {
        JsonNode artifact = Json.read(Shipped.assembly().resolve("manifest.json"))
                .path("artifacts")
                .path(each.plan().name());
        Aws aws = (Aws) each.plan().spec().cloud();

        assertThat(artifact.path("environment").asText())
                .isEqualTo("aws://" + aws.account().orElse("unknown-account") + "/" + aws.region());
        assertThat(artifact.path("properties").path("terminationProtection").asBoolean())
                .isEqualTo(each.plan().spec().protect());
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no statement allows everything, and a wildcard action is a read of EC2 alone")
    void policies_statements_areNarrow(Case each) {
        policies(each.template())
                .filter(policy -> policy.path("Effect").asText().equals("Allow"))
                .forEach(statement -> {
                    List<String> actions = texts(statement.path("Action"));
                    assertThat(actions).as(statement.toString()).isNotEmpty().doesNotContain("*");
                    assertThat(actions.stream().filter(action -> action.contains("*")))
                            .as(statement.toString())
                            .allMatch(action -> action.equals("ec2:Describe*"));
                    assertThat(statement.path("NotAction").isMissingNode())
                            .as(statement.toString())
                            .isTrue();
                    assertThat(statement.path("NotResource").isMissingNode())
                            .as(statement.toString())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("in a network of its own: subnets in every zone, nothing where the network exists")
    void network_resources_areOnlyThereWhenAskedFor(Case each) {
        AwsNetwork network = ((Aws) each.plan().spec().cloud()).network();
        int zones = network instanceof AwsNetwork.Create create ? create.zones().size() : 0;

        assertThat(each.template().all("AWS::EC2::VPC")).hasSize(zones > 0 ? 1 : 0);
        assertThat(each.template().all("AWS::EC2::Subnet")).hasSize(2 * zones);
        if (zones > 0) {
            assertThat(each.template().only("AWS::EC2::VPC").text("Tags"))
                    .contains(each.plan().name());
        }
    }

    /** Identity policies of the template: resource policies of a key or bucket say who, and are tested where they are. */
    private static Stream<JsonNode> policies(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.type().startsWith("AWS::IAM::"))
                .flatMap(resource -> Stream.concat(
                        Stream.of(resource.property("PolicyDocument")),
                        Template.items(resource.property("Policies")).stream()
                                .map(policy -> policy.path("PolicyDocument"))))
                .flatMap(document -> Template.items(document.path("Statement")).stream());
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? Template.items(oneOrMore).stream().map(JsonNode::asText).toList()
                : List.of(oneOrMore.asText());
    }
}
