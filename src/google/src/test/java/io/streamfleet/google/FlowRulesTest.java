package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.PortRange;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.constructs.Construct;

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
            FlowPeer.service(HealthChecks.SOURCES, List.of()),
            Party.NODE_ENTRY,
            FlowPeer.service(List.of("10.128.0.0/9", "35.191.0.0/16"), List.of("10.20.0.9/32")),
            Party.DATABASE,
            FlowPeer.service(List.of(), List.of("10.99.0.3/32")),
            Party.NODES,
            FlowPeer.nodes(List.of("10.128.0.0/9")),
            SERVERS,
            FlowPeer.servers(Samples.IDENTITY));

    private static Synth opened;

    private static FlowRulesPropsBuilder rules(Construct scope, List<Flow> flows) {
        return FlowRulesProps.builder()
                .name("live")
                .network(Samples.network(scope))
                .flows(flows)
                .peers(PEERS);
    }

    @BeforeAll
    static void synthesise() {
        opened = GoogleSynth.of(stack -> {
            FlowRules made = new FlowRules(stack, "Flows", rules(stack, FLOWS).build());
            assertThat(made.ingress()).hasSize(5);
            assertThat(made.egress()).hasSize(5);
            assertThat(made.closed()).hasSize(2);
        });
    }

    @Test
    void flowRules_flows_areOneRuleForEachEndThatHasRules() {
        assertThat(opened.all("google_compute_firewall"))
                .containsOnlyKeys(
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
                        "Flows/StreamManagerClosedIngress",
                        "Flows/StreamManagerClosedEgress");
    }

    @Test
    void flowRules_intoServers_isByTheirServiceAccount() {
        assertThat(rule("EntryToStreamManagerTcp5080Ingress")).isEqualTo(Synth.json("""
                        {"name": "live-entry-to-stream-manager-tcp-5080-ingress",
                         "network": "projects/a-project/global/networks/live", "direction": "INGRESS",
                         "priority": 1000, "description": "forwarded $${requests}",
                         "allow": [{"protocol": "tcp", "ports": ["5080"]}],
                         "source_ranges": ["35.191.0.0/16", "130.211.0.0/22"],
                         "target_service_accounts": ["live@a-project.iam.gserviceaccount.com"]}"""));
        assertThat(rule("NodeEntryToStreamManagerTcp5080Ingress").get("source_ranges"))
                .isEqualTo(Synth.json("[\"10.128.0.0/9\", \"35.191.0.0/16\"]"));
        JsonNode ssh = rule("203-0-113-0-24ToStreamManagerTcp22Ingress");
        assertThat(ssh.get("name").asText()).isEqualTo("live-203-0-113-0-24-to-stream-manager-tcp-22-ingress");
        assertThat(ssh.get("source_ranges")).isEqualTo(Synth.json("[\"203.0.113.0/24\"]"));
    }

    @Test
    void flowRules_nodes_areTheirRangeBehindTheServersRules() {
        assertThat(rule("InternetToNodesUdp40000-65535Ingress")).isEqualTo(Synth.json("""
                        {"name": "live-internet-to-nodes-udp-40000-65535-ingress",
                         "network": "projects/a-project/global/networks/live", "direction": "INGRESS",
                         "priority": 1200, "description": "WebRTC media",
                         "allow": [{"protocol": "udp", "ports": ["40000-65535"]}],
                         "source_ranges": ["0.0.0.0/0"], "destination_ranges": ["10.128.0.0/9"]}"""));
        JsonNode control = rule("StreamManagerToNodesTcp5080Ingress");
        assertThat(control.get("source_service_accounts"))
                .isEqualTo(Synth.json("[\"live@a-project.iam.gserviceaccount.com\"]"));
        assertThat(control.get("destination_ranges")).isEqualTo(Synth.json("[\"10.128.0.0/9\"]"));
        JsonNode out = rule("NodesToInternetAnyEgress");
        assertThat(out.get("allow")).isEqualTo(Synth.json("[{\"protocol\": \"all\"}]"));
        assertThat(out.get("source_ranges")).isEqualTo(Synth.json("[\"10.128.0.0/9\"]"));
        assertThat(out.get("destination_ranges")).isEqualTo(Synth.json("[\"0.0.0.0/0\"]"));
        assertThat(rule("NodesToNodeEntryTcp5080Egress").get("destination_ranges"))
                .isEqualTo(Synth.json("[\"10.20.0.9/32\"]"));
    }

    @Test
    void flowRules_outOfServers_namesWhereTo() {
        JsonNode database = rule("StreamManagerToDatabaseTcp3306Egress");
        assertThat(database.get("direction").asText()).isEqualTo("EGRESS");
        assertThat(database.get("destination_ranges")).isEqualTo(Synth.json("[\"10.99.0.3/32\"]"));
        assertThat(database.get("target_service_accounts"))
                .isEqualTo(Synth.json("[\"live@a-project.iam.gserviceaccount.com\"]"));
    }

    @Test
    void flowRules_servers_areClosedToAllElseInBothDirections() {
        assertThat(rule("StreamManagerClosedIngress")).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager-closed-ingress",
                         "network": "projects/a-project/global/networks/live", "direction": "INGRESS",
                         "priority": 1100, "description": "Nothing but the flows above",
                         "deny": [{"protocol": "all"}], "source_ranges": ["0.0.0.0/0"],
                         "target_service_accounts": ["live@a-project.iam.gserviceaccount.com"]}"""));
        JsonNode out = rule("StreamManagerClosedEgress");
        assertThat(out.get("direction").asText()).isEqualTo("EGRESS");
        assertThat(out.get("deny")).isEqualTo(Synth.json("[{\"protocol\": \"all\"}]"));
        assertThat(out.get("destination_ranges")).isEqualTo(Synth.json("[\"0.0.0.0/0\"]"));
    }

    @Test
    void flowRules_theWorld_reachesNodesAlone() {
        assertThat(opened.all("google_compute_firewall").values())
                .filteredOn(rule -> rule.has("allow")
                        && rule.path("source_ranges").toString().contains("0.0.0.0/0"))
                .allSatisfy(rule -> {
                    assertThat(rule.get("destination_ranges")).isEqualTo(Synth.json("[\"10.128.0.0/9\"]"));
                    assertThat(rule.get("priority").asInt()).isGreaterThan(1100);
                });
    }

    @Test
    void at_host_isItsAddressAloneWhereItIsOne() {
        assertThat(FlowPeer.at("10.99.0.3")).isEqualTo(FlowPeer.service(List.of(), List.of("10.99.0.3/32")));
        assertThat(FlowPeer.at("${TfToken[TOKEN.1]}"))
                .isEqualTo(FlowPeer.service(List.of(), List.of("${TfToken[TOKEN.1]}/32")));
        assertThat(FlowPeer.at("db.example.com")).isEqualTo(FlowPeer.service(List.of(), List.of("0.0.0.0/0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "https"})
    void flowRules_plansFlows_areAllSaidAndNothingElse(String nodePath) {
        List<Flow> flows = plan(nodePath).flows();
        Synth planned = GoogleSynth.of(
                stack -> new FlowRules(stack, "Flows", rules(stack, flows).build()));

        List<String> expected = new ArrayList<>(List.of("StreamManagerClosedIngress", "StreamManagerClosedEgress"));
        for (Flow flow : flows) {
            if (List.of(SERVERS, Party.NODES).contains(flow.to())) {
                expected.add(flow.name() + "Ingress");
            }
            if (List.of(SERVERS, Party.NODES).contains(flow.from())) {
                expected.add(flow.name() + "Egress");
            }
        }
        assertThat(planned.all("google_compute_firewall").keySet())
                .extracting(path -> path.substring("Flows/".length()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(planned.all("google_compute_firewall").values())
                .extracting(rule -> rule.get("name").asText())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(GoogleTexts.NAME));
    }

    private static ClusterPlan plan(String nodePath) {
        return ClusterPlan.of(
                SpecReader.parse("live.yaml", """
                        name: live
                        product: red5
                        cloud: google
                        domain: live.example.com
                        streamManager:
                          image: { name: sm-11 }
                          machineType: n1-standard-2
                          group: { max: 6 }
                          sshFrom: [203.0.113.0/24]
                        database: { create: { tier: db-custom-2-7680 } }
                        entry: { nodePath: { %s: {} } }
                        tls: { managed: {} }
                        nodes:
                          prefix: live-node
                          image: red5pro-node-11
                          sshFrom: [198.51.100.0/24]
                          roles:
                            origin: { min: 2, max: 10, machineType: n1-standard-2, capacity: 2000 }
                            edge: { min: 2, max: 20, machineType: n1-standard-2, capacity: 2000 }
                        google:
                          project: a-project
                          regions: [us-central1]
                          network: { create: { subnets: { us-central1: 10.20.0.0/20 } } }
                        """.formatted(nodePath)).spec());
    }

    @Test
    void fails_props_partWithoutPeer() {
        assertThatThrownBy(() -> props(List.of(Flow.tcp(Party.INTERNET, Party.tier("edge"), 443, "HTTPS"))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("peers: got nothing for edge, must be one for every part that a flow names; "
                        + "add edge to peers or leave its flows out");
    }

    @Test
    void fails_props_flowsThatNoRuleCanSay() {
        Flow toServers = Flow.tcp(Party.NODES, SERVERS, 22, "x");
        Flow fromNowhere = Flow.tcp(Party.DATABASE, SERVERS, 22, "y");
        Flow toNowhere = Flow.tcp(SERVERS, Party.ENTRY, 443, "z");
        assertThatThrownBy(() -> props(List.of(toServers, fromNowhere, toNowhere)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        flows: got nodes -> streamManager TCP 22 (x), must be flows whose ends have addresses, or are\
                         servers that accept; give the peer's addresses
                        flows: got database -> streamManager TCP 22 (y), must be flows whose ends have addresses, or are\
                         servers that accept; give the peer's addresses
                        flows: got streamManager -> entry TCP 443 (z), must be flows whose ends have addresses, or are\
                         servers that accept; give the peer's addresses""");
    }

    @Test
    void fails_props_sameFlowTwice() {
        Flow twice = Flow.tcp(SERVERS, Party.INTERNET, 443, "APIs");
        assertThatThrownBy(() -> props(List.of(twice, twice)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("flows: got streamManager -> internet TCP 443 (APIs) twice, must be each flow once,"
                        + " since clouds refuse a rule that exists; remove one of them");
    }

    private static void props(List<Flow> flows) {
        GoogleSynth.of(stack -> rules(stack, flows).build());
    }

    private static JsonNode rule(String name) {
        return opened.resource("google_compute_firewall", "Flows/" + name);
    }
}
