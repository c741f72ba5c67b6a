package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.PortRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.ISecurityGroup;

class FlowRulesTest {
    private static final Party SERVERS = Party.tier("streamManager");
    private static final List<Flow> FLOWS = List.of(
            Flow.tcp(Party.INTERNET, Party.ENTRY, 443, "viewers' HTTPS <now>"),
            Flow.tcp(Party.ENTRY, SERVERS, 5080, "forwarded requests"),
            Flow.tcp(SERVERS, Party.ENTRY, 5080, "back again"),
            Flow.udp(Party.INTERNET, Party.NODES, new PortRange(40_000, 65_535), "WebRTC media"),
            Flow.any(Party.NODES, Party.NODES, "cluster"),
            Flow.tcp(Party.of(Cidr.parse("203.0.113.0/24")), SERVERS, 22, "SSH"),
            Flow.tcp(SERVERS, Party.INTERNET, 443, "APIs"));

    private static Synth opened;

    @BeforeAll
    static void synthesise() {
        opened = synth(FLOWS);
    }

    private static Synth synth(List<Flow> flows) {
        return Synth.of(stack -> {
            INetwork network = TestNetwork.in(stack);
            Map<Party, ISecurityGroup> groups = Map.of(
                    Party.ENTRY,
                    SecurityGroups.closed(stack, "Entry", network, "Entry"),
                    SERVERS,
                    SecurityGroups.closed(stack, "Servers", network, "Servers"),
                    Party.NODES,
                    SecurityGroups.closed(stack, "Nodes", network, "Nodes"));
            new FlowRules(
                    stack,
                    "Flows",
                    FlowRulesProps.builder().flows(flows).groups(groups).build());
        });
    }

    @Test
    void flowRules_open_oneRuleForEachEndThatIsAPart() {
        assertThat(opened.ids("AWS::EC2::SecurityGroupIngress")).hasSize(6);
        assertThat(opened.ids("AWS::EC2::SecurityGroupEgress")).hasSize(4);
    }

    @Test
    void flowRules_groups_letNothingInOrOutByThemselves() {
        assertThat(opened.properties("AWS::EC2::SecurityGroup")).allSatisfy(group -> {
            assertThat(group).doesNotContainKey("SecurityGroupIngress");
            assertThat(group.get("SecurityGroupEgress"))
                    .isEqualTo(List.of(Map.of(
                            "CidrIp", "255.255.255.255/32",
                            "Description", "Disallow all traffic",
                            "FromPort", 252,
                            "IpProtocol", "icmp",
                            "ToPort", 86)));
        });
    }

    @Test
    void flowRules_fromTheInternet_namesProtocolPortsAndAddresses() {
        assertThat(rule("AWS::EC2::SecurityGroupIngress", "InternetToNodesUdp40000"))
                .containsEntry("CidrIp", "0.0.0.0/0")
                .containsEntry("IpProtocol", "udp")
                .containsEntry("FromPort", 40_000)
                .containsEntry("ToPort", 65_535)
                .containsEntry("Description", "WebRTC media")
                .doesNotContainKey("SourceSecurityGroupId");
    }

    @Test
    void flowRules_fromSomeAddresses_namesThemAlone() {
        assertThat(rule("AWS::EC2::SecurityGroupIngress", "203011302"))
                .containsEntry("CidrIp", "203.0.113.0/24")
                .containsEntry("IpProtocol", "tcp")
                .containsEntry("FromPort", 22)
                .containsEntry("ToPort", 22)
                .doesNotContainKey("SourceSecurityGroupId");
    }

    @Test
    void flowRules_betweenParts_namesGroupsAndNoAddresses() {
        assertThat(rule("AWS::EC2::SecurityGroupIngress", "EntryToStreamManagerTcp5080"))
                .containsKey("SourceSecurityGroupId")
                .containsEntry("FromPort", 5080)
                .doesNotContainKey("CidrIp");
        assertThat(rule("AWS::EC2::SecurityGroupEgress", "EntryToStreamManagerTcp5080"))
                .containsKey("DestinationSecurityGroupId")
                .doesNotContainKey("CidrIp");
    }

    @Test
    void flowRules_any_namesNoPorts() {
        assertThat(rule("AWS::EC2::SecurityGroupIngress", "NodesToNodesAny"))
                .containsEntry("IpProtocol", "-1")
                .doesNotContainKeys("FromPort", "ToPort");
    }

    @Test
    void flowRules_description_keepsToWhatEc2Takes() {
        assertThat(rule("AWS::EC2::SecurityGroupIngress", "InternetToEntryTcp443"))
                .containsEntry("Description", "viewers HTTPS -now-");
    }

    @Test
    void flowRules_otherOrder_sameTemplate() {
        List<Flow> reversed = new ArrayList<>(FLOWS);
        Collections.reverse(reversed);
        assertThat(synth(reversed).resourceMap()).isEqualTo(opened.resourceMap());
    }

    @Test
    void fails_props_partWithoutGroup() {
        assertThatThrownBy(() -> FlowRulesProps.builder()
                        .flows(List.of(Flow.tcp(Party.INTERNET, Party.ENTRY, 443, "HTTPS")))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("groups: got nothing for entry, must be one for every part that a flow names; "
                        + "add entry to groups or leave its flows out");
    }

    @Test
    void fails_props_sameFlowTwiceAndFlowOfNobody() {
        Flow nobodys = Flow.tcp(Party.INTERNET, Party.of(Cidr.parse("10.0.0.0/8")), 443, "x");
        assertThatThrownBy(() -> FlowRulesProps.builder()
                        .flows(List.of(nobodys, nobodys))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("must be flows from or to a part of the deployment; remove it")
                .hasMessageContaining("twice, must be each flow once, since clouds refuse a rule that exists");
    }

    private static Map<String, Object> rule(String type, String name) {
        String id = opened.ids(type).stream()
                .filter(each -> each.startsWith("Flows" + name))
                .findFirst()
                .orElseThrow();
        return Synth.properties(opened.resourceMap().get(id));
    }
}
