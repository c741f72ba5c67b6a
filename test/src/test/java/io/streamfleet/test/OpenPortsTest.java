package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.test.Template.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that a template opens exactly what its plan says, in both directions, and that this suite would notice. */
class OpenPortsTest {
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#aws")
    @DisplayName("what is open is what the plan's flows say, and nothing else")
    void securityGroups_ofShippedDescription_openTheFlowsAlone(Case each) {
        assertThat(OpenPorts.problems(each.template(), each.plan())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#aws")
    @DisplayName("every rule says what it is for")
    void rules_ofShippedDescription_sayWhatTheyAreFor(Case each) {
        assertThat(rules(each.template())).isNotEmpty().allSatisfy(rule -> assertThat(rule.text("Description"))
                .as(rule.id())
                .isNotBlank());
    }

    @TestFactory
    @DisplayName("without any one of its rules, a template is refused")
    Stream<DynamicTest> fails_ruleRemoved_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        return rules(each.template()).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    Template closed =
                            each.template().with(json -> resourcesOf(json).remove(rule.id()));
                    assertThat(OpenPorts.problems(closed, each.plan()))
                            .singleElement()
                            .asString()
                            .startsWith("closed, against a flow: ");
                }));
    }

    @TestFactory
    @DisplayName("with any one of its rules opened to the world, a template is refused")
    Stream<DynamicTest> fails_ruleWidened_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        return rules(each.template()).stream()
                .filter(rule -> rule.property("CidrIp").isMissingNode())
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    Template wide = each.template().with(json -> {
                        ObjectNode properties = properties(json, rule);
                        properties.remove(List.of("SourceSecurityGroupId", "DestinationSecurityGroupId"));
                        properties.put("CidrIp", "0.0.0.0/0");
                    });
                    assertThat(OpenPorts.problems(wide, each.plan())).isNotEmpty();
                }));
    }

    @Test
    @DisplayName("one port more is noticed")
    void fails_portRangeWidened_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        Resource rule = each.template().all(INGRESS).get(0);
        Template wide = each.template().with(json -> properties(json, rule)
                .put("ToPort", rule.property("ToPort").asInt() + 1));

        assertThat(OpenPorts.problems(wide, each.plan())).hasSize(2);
    }

    @Test
    @DisplayName("a rule more, inside a group or beside it, is noticed")
    void fails_ruleAdded_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        Resource group = each.template().all(GROUP).get(0);
        for (String direction : List.of("SecurityGroupIngress", "SecurityGroupEgress")) {
            Template inside = each.template().with(json -> properties(json, group)
                    .withArray(direction)
                    .addObject()
                    .put("IpProtocol", "-1")
                    .put("CidrIpv6", "::/0"));
            assertThat(OpenPorts.problems(inside, each.plan()))
                    .as(direction)
                    .anyMatch(problem -> problem.startsWith("open without a flow: "))
                    .anyMatch(problem -> problem.contains("CidrIpv6"));
        }
        Template beside = each.template().with(json -> {
            ObjectNode rule = resourcesOf(json).putObject("More");
            rule.put("Type", INGRESS);
            ObjectNode properties = rule.putObject("Properties");
            properties
                    .putObject("GroupId")
                    .putArray("Fn::GetAtt")
                    .add(group.id())
                    .add("GroupId");
            properties
                    .put("IpProtocol", "tcp")
                    .put("FromPort", 22)
                    .put("ToPort", 22)
                    .put("CidrIp", "0.0.0.0/0");
        });
        assertThat(OpenPorts.problems(beside, each.plan()))
                .singleElement()
                .asString()
                .endsWith(" <- 0.0.0.0/0 tcp 22-22");
    }

    @Test
    @DisplayName("a group that keeps EC2's way out, or that nobody wears, is noticed")
    void fails_groupLeftOpenOrUnused_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        Resource group = each.template().all(GROUP).get(0);
        Template open = each.template().with(json -> properties(json, group).remove("SecurityGroupEgress"));
        assertThat(OpenPorts.problems(open, each.plan()))
                .containsExactly("the security group " + group.id() + " keeps EC2's rule that lets everything out");

        Template unused = each.template()
                .with(json -> resourcesOf(json).set("Unused", group.json().deepCopy()));
        Template unnamed =
                unused.with(json -> ((ObjectNode) json.at("/Resources/Unused/Properties")).remove("GroupName"));
        assertThat(OpenPorts.problems(unnamed, each.plan())).contains("nobody wears the security group Unused");
    }

    @Test
    @DisplayName("the same rule twice, which EC2 refuses, is noticed")
    void fails_ruleTwice_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        Template twice = each.template().with(json -> resourcesOf(json)
                .set("Again", rules(each.template()).get(0).json().deepCopy()));

        assertThat(OpenPorts.problems(twice, each.plan()))
                .singleElement()
                .asString()
                .startsWith("twice: ");
    }

    private static List<Resource> rules(Template template) {
        return Stream.concat(template.all(INGRESS).stream(), template.all(EGRESS).stream())
                .toList();
    }

    private static ObjectNode resourcesOf(ObjectNode json) {
        return (ObjectNode) json.path("Resources");
    }

    private static ObjectNode properties(ObjectNode json, Resource resource) {
        return (ObjectNode) resourcesOf(json).path(resource.id()).path("Properties");
    }
}
