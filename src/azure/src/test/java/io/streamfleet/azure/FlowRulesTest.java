package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.PortRange;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRulesTest {
    private static final Party SERVERS = Party.tier("streamManager");
    private static final List<Flow> FLOWS = List.of(
            Flow.tcp(Party.INTERNET, Party.ENTRY, 443, "clients"),
            Flow.tcp(Party.ENTRY, SERVERS, 5080, "forwarded ${requests}"),
            Flow.tcp(SERVERS, Party.DATABASE, 3306, "database"),
            Flow.tcp(SERVERS, Party.NODES, 5080, "node control"),
            Flow.tcp(SERVERS, Party.INTERNET, 443, "APIs"),
            Flow.tcp(Party.NODES, Party.NODE_ENTRY, 5080, "reports"),
            Flow.tcp(Party.NODE_ENTRY, SERVERS, 5080, "reports and checks"),
            Flow.tcp(Party.of(Cidr.parse("203.0.113.0/24")), SERVERS, 22, "SSH"),
            Flow.udp(Party.INTERNET, Party.NODES, new PortRange(40_000, 65_535), "WebRTC media"),
            Flow.any(Party.NODES, Party.INTERNET, "media"));
    private static final Map<Party, FlowPeer> PEERS = Map.of(
            Party.ENTRY,
            FlowPeer.service("gateway", List.of("10.30.0.0/24")),
            Party.NODE_ENTRY,
            FlowPeer.outside(List.of("10.30.16.0/20")),
            Party.DATABASE,
            FlowPeer.outside(List.of("10.30.32.0/25", "10.30.33.0/25")),
            Party.NODES,
            FlowPeer.servers("live-eastus-nsg", List.of("10.30.16.0/20")),
            SERVERS,
            FlowPeer.servers("managers", List.of("10.30.16.0/20")));

    private static Synth opened;

    private static Synth synth(List<Flow> flows) {
        return AzureSynth.of(stack -> new FlowRules(stack, "Flows", props(flows)));
    }

    private static FlowRulesProps props(List<Flow> flows) {
        return FlowRulesProps.builder()
                .resourceGroup("red5")
                .flows(flows)
                .peers(PEERS)
                .build();
    }

    @BeforeAll
    static void synthesise() {
        opened = synth(FLOWS);
    }

    @Test
    void flowRules_flows_areOneRuleForEachEndThatHasAGroup() {
        assertThat(opened.all("azurerm_network_security_rule"))
                .containsOnlyKeys(
                        "Flows/InternetToEntryTcp443Ingress",
                        "Flows/EntryToStreamManagerTcp5080Egress",
                        "Flows/EntryToStreamManagerTcp5080Ingress",
                        "Flows/StreamManagerToDatabaseTcp3306Egress",
                        "Flows/StreamManagerToNodesTcp5080Egress",
                        "Flows/StreamManagerToNodesTcp5080Ingress",
                        "Flows/StreamManagerToInternetTcp443Egress",
                        "Flows/NodesToNodeEntryTcp5080Egress",
                        "Flows/NodeEntryToStreamManagerTcp5080Ingress",
                        "Flows/203-0-113-0-24ToStreamManagerTcp22Ingress",
                        "Flows/InternetToNodesUdp40000-65535Ingress",
                        "Flows/NodesToInternetAnyEgress",
                        "Flows/EntryWithinIngress",
                        "Flows/EntryProbesIngress",
                        "Flows/EntryClosedIngress",
                        "Flows/StreamManagerProbesIngress",
                        "Flows/StreamManagerClosedIngress",
                        "Flows/StreamManagerClosedEgress",
                        "Flows/NodesProbesIngress",
                        "Flows/NodesClosedIngress",
                        "Flows/NodesClosedEgress");
    }

    @Test
    void flowRules_betweenParts_namesTheOthersAddresses() {
        ObjectNode rule = rule("EntryToStreamManagerTcp5080Ingress").deepCopy();
        rule.remove("priority");
        assertThat((JsonNode) rule).isEqualTo(Synth.json("""
                        {"name": "EntryToStreamManagerTcp5080Ingress", "resource_group_name": "red5",
                         "network_security_group_name": "managers", "direction": "Inbound", "access": "Allow",
                         "description": "forwarded $${requests}", "protocol": "Tcp", "source_port_range": "*",
                         "destination_port_range": "5080", "source_address_prefix": "10.30.0.0/24",
                         "destination_address_prefix": "*"}"""));
        JsonNode out = rule("StreamManagerToDatabaseTcp3306Egress");
        assertThat(out.get("direction").asText()).isEqualTo("Outbound");
        assertThat(out.get("source_address_prefix").asText()).isEqualTo("*");
        assertThat(out.get("destination_address_prefixes"))
                .isEqualTo(Synth.json("[\"10.30.32.0/25\", \"10.30.33.0/25\"]"));
        assertThat(out.has("destination_address_prefix")).isFalse();
    }

    @Test
    void flowRules_fromTheInternet_isFromEverywhere() {
        JsonNode media = rule("InternetToNodesUdp40000-65535Ingress");
        assertThat(media.get("protocol").asText()).isEqualTo("Udp");
        assertThat(media.get("destination_port_range").asText()).isEqualTo("40000-65535");
        assertThat(media.get("source_address_prefix").asText()).isEqualTo("*");
        assertThat(media.get("network_security_group_name").asText()).isEqualTo("live-eastus-nsg");
        JsonNode any = rule("NodesToInternetAnyEgress");
        assertThat(any.get("protocol").asText()).isEqualTo("*");
        assertThat(any.get("destination_port_range").asText()).isEqualTo("*");
    }

    @Test
    void flowRules_fromSomeAddresses_isFromThemAlone() {
        JsonNode ssh = rule("203-0-113-0-24ToStreamManagerTcp22Ingress");
        assertThat(ssh.get("source_address_prefix").asText()).isEqualTo("203.0.113.0/24");
        assertThat(ssh.get("protocol").asText()).isEqualTo("Tcp");
        assertThat(ssh.get("destination_port_range").asText()).isEqualTo("22");
        assertThat(ssh.get("network_security_group_name").asText()).isEqualTo("managers");
    }

    @Test
    void flowRules_parts_areClosedToTheNetworkAndServersInEveryOtherWay() {
        assertThat((JsonNode) rule("StreamManagerClosedIngress")).isEqualTo(Synth.json("""
                        {"name": "StreamManagerClosedIngress", "resource_group_name": "red5",
                         "network_security_group_name": "managers", "direction": "Inbound", "access": "Deny",
                         "priority": 4000, "description": "Nothing but the flows above", "protocol": "*",
                         "source_port_range": "*", "destination_port_range": "*",
                         "source_address_prefix": "VirtualNetwork", "destination_address_prefix": "*"}"""));
        JsonNode out = rule("StreamManagerClosedEgress");
        assertThat(out.get("access").asText()).isEqualTo("Deny");
        assertThat(out.get("destination_address_prefix").asText()).isEqualTo("*");
        assertThat(rule("EntryWithinIngress").get("source_address_prefix").asText())
                .isEqualTo("10.30.0.0/24");
        assertThat(rule("StreamManagerProbesIngress")
                        .get("source_address_prefix")
                        .asText())
                .isEqualTo("AzureLoadBalancer");
    }

    @Test
    void flowRules_priorities_areWithinAzuresAndOnceAGroupAndDirection() {
        var rules = opened.all("azurerm_network_security_rule").values();
        assertThat(rules)
                .extracting(rule -> rule.get("network_security_group_name").asText()
                        + rule.get("direction").asText()
                        + rule.get("priority").asInt())
                .doesNotHaveDuplicates();
        assertThat(rules)
                .extracting(rule -> rule.get("priority").asInt())
                .allMatch(priority -> priority >= 100 && priority <= 4096);
        assertThat(rules)
                .filteredOn(rule -> rule.get("access").asText().equals("Allow"))
                .extracting(rule -> rule.get("priority").asInt())
                .allMatch(priority -> priority < 4000);
    }

    @Test
    void flowRules_fewerFlowsOrAnotherOrder_sameRules() {
        List<Flow> reversed = new ArrayList<>(FLOWS);
        Collections.reverse(reversed);
        assertThat(synth(reversed).all("azurerm_network_security_rule"))
                .isEqualTo(opened.all("azurerm_network_security_rule"));
        assertThat(opened.all("azurerm_network_security_rule"))
                .containsAllEntriesOf(synth(FLOWS.subList(0, 5)).all("azurerm_network_security_rule"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "https"})
    void flowRules_plansFlows_areAllSaidAndNothingElse(String nodePath) {
        List<Flow> flows = plan(nodePath).flows();
        List<Party> withGroup = List.of(Party.ENTRY, SERVERS, Party.NODES);
        List<String> expected = new ArrayList<>();
        for (Flow flow : flows) {
            if (withGroup.contains(flow.to())) {
                expected.add(flow.name() + "Ingress");
            }
            if (withGroup.contains(flow.from())) {
                expected.add(flow.name() + "Egress");
            }
        }
        assertThat(synth(flows).all("azurerm_network_security_rule").values())
                .filteredOn(rule -> rule.get("priority").asInt() < SecurityGroups.OPENED_BY_AZURE)
                .allSatisfy(rule -> assertThat(rule.get("access").asText()).isEqualTo("Allow"))
                .extracting(rule -> rule.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(expected)
                .allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}"));
    }

    private static ClusterPlan plan(String nodePath) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", """
                        name: live
                        product: red5
                        cloud: azure
                        domain: live.example.com
                        streamManager:
                          image: { id: %1$s/Microsoft.Compute/images/sm-11 }
                          vmSize: Standard_D2s_v5
                          sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f a
                          group: { max: 6 }
                          sshFrom: [203.0.113.0/24]
                        database: { create: { sku: GP_Standard_D2ds_v4 } }
                        entry: { nodePath: { %2$s: {} } }
                        tls: { keyVaultSecret: "https://live-vault.vault.azure.net/secrets/live-example-com" }
                        nodes:
                          prefix: live-node
                          image: red5pro-node-11
                          sshFrom: [198.51.100.0/24]
                          roles:
                            origin: { min: 2, max: 10, vmSize: Standard_D2s_v5, capacity: 2000 }
                            edge: { min: 2, max: 20, vmSize: Standard_D2s_v5, capacity: 2000 }
                        azure:
                          subscription: 00000000-0000-0000-0000-000000000000
                          location: eastus
                          resourceGroup: { existing: red5 }
                          keyVault: { id: %1$s/Microsoft.KeyVault/vaults/live-vault }
                          controller:
                            clientId: 11111111-1111-4111-8111-111111111111
                            tenantId: 22222222-2222-4222-8222-222222222222
                            objectId: 33333333-3333-4333-8333-333333333333
                          network:
                            create:
                              cidr: 10.30.0.0/16
                              gatewaySubnet: 10.30.0.0/24
                              serverSubnet: 10.30.16.0/20
                              databaseSubnet: 10.30.32.0/24
                        """.formatted(
                        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers", nodePath))
                .spec());
    }

    @Test
    void priorities_namesOnOneNumber_moveApart() {
        // "Aa" and "BB" have one hash.
        RulePriorities priorities = new RulePriorities(List.of("BB", "Aa", "C"));
        assertThat(priorities.of("BB")).isEqualTo(priorities.of("Aa") + 1);
    }

    @Test
    void fails_props_partWithoutPeerOrAddress() {
        assertThatThrownBy(() -> props(List.of(Flow.tcp(Party.INTERNET, Party.tier("edge"), 443, "HTTPS"))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("peers: got nothing for edge, must be one for every part that a flow names; "
                        + "add edge to peers or leave its flows out");
        assertThatThrownBy(() -> FlowRulesProps.builder()
                        .resourceGroup("red5")
                        .peers(Map.of(Party.ENTRY, FlowPeer.outside(List.of("VirtualNetwork", "10.0.0.0/8"))))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("peers: got [VirtualNetwork, 10.0.0.0/8] for entry, must be one service tag, or ranges");
    }

    @Test
    void fails_props_sameFlowTwice() {
        Flow twice = Flow.tcp(SERVERS, Party.INTERNET, 443, "APIs");
        assertThatThrownBy(() -> props(List.of(twice, twice)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("flows: got streamManager -> internet TCP 443 (APIs) twice, must be each flow once,"
                        + " since clouds refuse a rule that exists; remove one of them");
    }

    private static ObjectNode rule(String name) {
        return (ObjectNode) opened.resource("azurerm_network_security_rule", "Flows/" + name);
    }
}
