package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class NodeEntryTest {
    private static Synth both;

    private static NodeEntryPropsBuilder entry(Construct scope) {
        return NodeEntryProps.builder()
                .name("live")
                .network(Samples.network(scope))
                .groups(Samples.GROUPS)
                .nodes(List.of("10.128.0.0/9"))
                .domain("live.example.com")
                .health(Samples.HEALTH);
    }

    @BeforeAll
    static void synthesise() {
        both = GoogleSynth.of(stack -> {
            NodeEntry entry = new NodeEntry(stack, "NodeEntry", entry(stack).build());
            assertThat(entry.peer()).isInstanceOfSatisfying(FlowPeer.Service.class, service -> {
                assertThat(service.from()).containsExactly("10.128.0.0/9", "35.191.0.0/16", "130.211.0.0/22");
                assertThat(service.at()).hasSize(2);
            });
        });
    }

    @Test
    void entry_inEachRegion_isAnInternalLoadBalancerThatAllRegionsReach() {
        assertThat(both.resource("google_compute_address", "NodeEntry/us-central1/Address"))
                .isEqualTo(Synth.json("""
                        {"name": "live-node-entry-us-central1", "region": "us-central1", "address_type": "INTERNAL",
                         "subnetwork": "projects/a-project/regions/us-central1/subnetworks/live"}"""));
        assertThat(both.resource("google_compute_region_backend_service", "NodeEntry/us-central1/BackendService"))
                .isEqualTo(Synth.json("""
                        {"name": "live-node-entry-us-central1", "region": "us-central1",
                         "load_balancing_scheme": "INTERNAL", "protocol": "TCP", "session_affinity": "NONE",
                         "connection_draining_timeout_sec": 30,
                         "network": "projects/a-project/global/networks/live",
                         "health_checks": ["${google_compute_health_check.NodeEntry/HealthCheck.id}"],
                         "backend": [{"group": "groups/us-central1", "balancing_mode": "CONNECTION"}]}"""));
        assertThat(both.resource("google_compute_forwarding_rule", "NodeEntry/us-central1/Http"))
                .isEqualTo(Synth.json("""
                        {"name": "live-node-entry-us-central1", "region": "us-central1",
                         "load_balancing_scheme": "INTERNAL", "network": "projects/a-project/global/networks/live",
                         "subnetwork": "projects/a-project/regions/us-central1/subnetworks/live", "ip_address": "${google_compute_address.NodeEntry/us-central1/Address.id}",
                         "ip_protocol": "TCP", "ports": ["5080"], "allow_global_access": true, "backend_service":
                         "${google_compute_region_backend_service.NodeEntry/us-central1/BackendService.id}"}"""));
        assertThat(both.all("google_compute_forwarding_rule"))
                .containsOnlyKeys("NodeEntry/europe-west1/Http", "NodeEntry/us-central1/Http");
        assertThat(both.only("google_compute_health_check")
                        .at("/http_health_check/port")
                        .asInt())
                .isEqualTo(5080);
    }

    @Test
    void entry_zone_isPrivateAndOfTheDomainAlone() {
        assertThat(both.only("google_dns_managed_zone")).isEqualTo(Synth.json("""
                        {"name": "live-node-entry", "dns_name": "live.example.com.",
                         "description": "Leads the nodes to the internal load balancers", "visibility": "private",
                         "private_visibility_config": {"networks":
                           [{"network_url": "projects/a-project/global/networks/live"}]}}"""));
    }

    @Test
    void entry_severalRegions_nameMeansTheNearestHealthyOne() {
        JsonNode record = both.only("google_dns_record_set");
        assertThat(record.has("rrdatas")).isFalse();
        assertThat(record.at("/routing_policy/geo")).hasSize(2);
        assertThat(record.at("/routing_policy/geo/0")).isEqualTo(Synth.json("""
                        {"location": "us-central1", "health_checked_targets": {"internal_load_balancers": [
                          {"load_balancer_type": "regionalL4ilb",
                           "ip_address": "${google_compute_address.NodeEntry/us-central1/Address.address}",
                           "port": "5080", "ip_protocol": "tcp",
                           "network_url": "projects/a-project/global/networks/live",
                           "project": "${google_compute_forwarding_rule.NodeEntry/us-central1/Http.project}",
                           "region": "us-central1"}]}}"""));
    }

    @Test
    void entry_oneRegion_nameMeansItsAddress() {
        Synth one = GoogleSynth.of(stack -> new NodeEntry(
                stack,
                "NodeEntry",
                entry(stack).groups(List.of(Samples.group("us-central1"))).build()));
        assertThat(one.only("google_dns_record_set")).isEqualTo(Synth.json("""
                        {"name": "live.example.com.", "type": "A", "ttl": 60,
                         "managed_zone": "${google_dns_managed_zone.NodeEntry/Zone.name}",
                         "rrdatas": ["${google_compute_address.NodeEntry/us-central1/Address.address}"]}"""));
    }

    @Test
    void fails_propsOutsideTheLoadBalancersLimits_allAtOnce() {
        assertThatThrownBy(() -> NodeEntryProps.builder()
                        .name("live")
                        .groups(List.of(Samples.group("us-central1"), Samples.group("us-central1")))
                        .domain("live")
                        .drain(Duration.ofSeconds(3601))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        domain: got live, must be a host name in lower case, such as live.example.com
                        drain: got 3601s, must be 0s to 3600s
                        groups: got two of one region, must be one a region
                        health: must be given
                        network: must be given
                        nodes: must be at least one range""");
    }
}
