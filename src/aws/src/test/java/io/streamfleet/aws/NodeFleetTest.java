package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.NodeDocumentTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

class NodeFleetTest {
    private static Synth fleet;

    @BeforeAll
    static void synthesise() {
        fleet = Synth.of(stack -> new NodeFleet(
                stack,
                "Nodes",
                NodeFleetProps.builder()
                        .network(TestNetwork.in(stack))
                        .controllerRole(Role.Builder.create(stack, "Servers")
                                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                                .build())
                        .securityGroupName("live-nodes")
                        .prefix("live-node")
                        .keyPair("red5pro")
                        .instanceTypes(Set.of("c5.large", "c5.2xlarge"))
                        .otherRegions(List.of("eu-west-1"))
                        .documents(new NodeDocumentTexts("{\"policy\":{}}", "x".repeat(4097), "{\"regions\":[]}"))
                        .build()));
    }

    @Test
    void group_isFoundByNameAndClosed() {
        assertThat(fleet.only("AWS::EC2::SecurityGroup"))
                .containsEntry("GroupName", "live-nodes")
                .doesNotContainKey("SecurityGroupIngress");
        assertThat(fleet.types()).doesNotContain("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress");
    }

    @Test
    void documents_areParametersOfTheTierThatHoldsThem() {
        assertThat(fleet.properties("AWS::SSM::Parameter"))
                .extracting(parameter -> parameter.get("Tier"))
                .containsExactlyInAnyOrder("Standard", "Advanced", "Standard");
        assertThat(fleet.properties("AWS::SSM::Parameter"))
                .extracting(parameter -> parameter.get("Value"))
                .contains("{\"policy\":{}}", "{\"regions\":[]}");
    }

    @Test
    void controller_launches_inPublicSubnetsWithTheNodesGroupAndKeyAlone() {
        assertThat(resources("LaunchWhere"))
                .contains("subnet/subnet-0000000000000000a", "subnet/subnet-0000000000000000b")
                .doesNotContain("subnet-0000000000000000c")
                .contains("security-group/", "key-pair/red5pro");
        assertThat(condition("LaunchType"))
                .isEqualTo(Map.of("StringEquals", Map.of("ec2:InstanceType", List.of("c5.2xlarge", "c5.large"))));
        assertThat(condition("LaunchFromImage"))
                .isEqualTo(Map.of("StringEquals", Map.of("ec2:Owner", List.of("111122223333"))));
    }

    @Test
    void controller_ends_onlyWhatBearsTheFleetsName() {
        assertThat(condition("EndNodes")).isEqualTo(Map.of("StringLike", Map.of("aws:ResourceTag/Name", "live-node*")));
        assertThat(statement("EndNodes").get("Action").toString()).contains("ec2:TerminateInstances");
    }

    @Test
    void controller_names_onlyWhatHasNoNameYet() {
        assertThat(condition("NameOnce"))
                .isEqualTo(Map.of(
                        "Null", Map.of("aws:ResourceTag/Name", "true"),
                        "StringLike", Map.of("aws:RequestTag/Name", "live-node*")));
        assertThat(condition("TagNodes"))
                .isEqualTo(Map.of(
                        "StringLike", Map.of("aws:ResourceTag/Name", "live-node*"),
                        "StringLikeIfExists", Map.of("aws:RequestTag/Name", "live-node*")));
        assertThat(condition("TagAtLaunch"))
                .isEqualTo(Map.of("StringEquals", Map.of("ec2:CreateAction", "RunInstances")));
    }

    @Test
    void controller_everyChange_isBounded() {
        assertThat(statements())
                .filteredOn(statement -> !List.of("Look", "NotAtUserData", "LaunchWhere", "LaunchDisksAndInterfaces")
                        .contains(statement.get("Sid")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement).containsKey("Condition"));
        assertThat(statements())
                .filteredOn(statement -> "Allow".equals(statement.get("Effect")))
                .flatMap(statement -> actions(statement).toList())
                .filteredOn(action -> action.contains("*"))
                .containsExactly("ec2:Describe*");
    }

    @Test
    void controller_readsNobodysUserData() {
        assertThat(statement("NotAtUserData"))
                .containsEntry("Effect", "Deny")
                .containsEntry(
                        "Action", List.of("ec2:DescribeInstanceAttribute", "ec2:DescribeLaunchTemplateVersions"));
    }

    @Test
    void controller_policy_fitsAManagedPolicy() {
        String policy =
                fleet.only("AWS::IAM::ManagedPolicy").get("PolicyDocument").toString();
        assertThat(policy.replaceAll("\\s", "")).hasSizeLessThan(6144);
        assertThat(fleet.only("AWS::IAM::ManagedPolicy").get("Roles").toString())
                .contains("Servers");
    }

    @Test
    void nodes_mayAnswerSessionManagerAndNothingElse() {
        String nodeRole = fleet.properties("AWS::IAM::Role").stream()
                .map(Object::toString)
                .filter(role -> role.contains("Streaming nodes live-node"))
                .findFirst()
                .orElseThrow();
        assertThat(nodeRole).contains("ssmmessages:OpenDataChannel").doesNotContain("ec2:", "ssm:Get");
    }

    @Test
    void fails_props_everythingWrongAtOnce() {
        assertThatThrownBy(() -> NodeFleetProps.builder()
                        .securityGroupName("sg-live")
                        .prefix("live*")
                        .keyPair("*")
                        .documents(new NodeDocumentTexts("x".repeat(8193), "x".repeat(8192), "{}"))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        controllerRole: must be given
                        documents.scalePolicy: got 8193 bytes, must be at most 8192, the largest parameter of Systems Manager; shorten its properties or metadata
                        instanceTypes: must be at least one type, such as c5.large
                        keyPair: got *, must be the name of an EC2 key pair, such as red5pro
                        network: must be given
                        prefix: got live*, must be 2 to 23 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as live
                        securityGroupName: got sg-live, must be a security group name of EC2 that does not begin with sg-""");
    }

    private static Object condition(String sid) {
        return statement(sid).get("Condition");
    }

    private static String resources(String sid) {
        return statement(sid).get("Resource").toString();
    }

    private static Map<String, Object> statement(String sid) {
        return statements().stream()
                .filter(statement -> sid.equals(statement.get("Sid")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> actions(Map<String, Object> statement) {
        return statement.get("Action") instanceof List<?> list
                ? ((List<String>) list).stream()
                : Stream.of((String) statement.get("Action"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> statements() {
        Map<String, Object> document =
                (Map<String, Object>) fleet.only("AWS::IAM::ManagedPolicy").get("PolicyDocument");
        return (List<Map<String, Object>>) document.get("Statement");
    }
}
