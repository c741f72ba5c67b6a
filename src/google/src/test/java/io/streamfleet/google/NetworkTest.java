package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Map<String, Cidr> TWO_REGIONS = twoRegions();

    @Test
    void created_network_isOneThatStreamManagersCanUse() {
        Synth synth = created(props());

        assertThat(synth.only("google_compute_network")).isEqualTo(Synth.json("""
                        {"name": "live", "auto_create_subnetworks": true, "routing_mode": "GLOBAL"}"""));
        assertThat(synth.all("google_compute_firewall")).isEmpty();
    }

    @Test
    void created_subnetwork_isOneARegionWithPrivateAccessAndFlowLogs() {
        Map<String, JsonNode> all = created(props()).all("google_compute_subnetwork");

        assertThat(all).containsOnlyKeys("Network/Subnetwork-us-central1", "Network/Subnetwork-europe-west1");
        assertThat(all.get("Network/Subnetwork-us-central1")).isEqualTo(Synth.json("""
                        {"name": "live-servers-us-central1", "region": "us-central1", "ip_cidr_range": "10.20.0.0/20",
                         "network": "${google_compute_network.Network/Network.id}", "private_ip_google_access": true,
                         "log_config": {"aggregation_interval": "INTERVAL_1_MIN", "flow_sampling": 0.5,
                                        "metadata": "INCLUDE_ALL_METADATA"}}"""));
        assertThat(all.get("Network/Subnetwork-europe-west1")
                        .at("/ip_cidr_range")
                        .asText())
                .isEqualTo("10.20.16.0/20");
    }

    @Test
    void created_withoutFlowLogs_hasNone() {
        Synth synth = created(props().flowLogs(false));

        assertThat(synth.all("google_compute_subnetwork").values())
                .noneMatch(subnetwork -> subnetwork.has("log_config"));
    }

    @Test
    void created_nat_servesTheServersSubnetworkAloneFromAnAddressThatStays() {
        Synth synth = created(props().labels(Map.of("team", "video")));

        assertThat(synth.resource("google_compute_router", "Network/Nat-us-central1/Router"))
                .isEqualTo(Synth.json("""
                        {"name": "live-router-us-central1", "region": "us-central1",
                         "network": "${google_compute_network.Network/Network.id}"}"""));
        assertThat(synth.resource("google_compute_address", "Network/Nat-us-central1/Address"))
                .isEqualTo(Synth.json("""
                        {"name": "live-nat-us-central1", "region": "us-central1", "address_type": "EXTERNAL",
                         "labels": {"team": "video"}, "lifecycle": {"prevent_destroy": true}}"""));
        assertThat(synth.resource("google_compute_router_nat", "Network/Nat-us-central1/Gateway"))
                .isEqualTo(Synth.json("""
                        {"name": "live-nat-us-central1", "region": "us-central1",
                         "router": "${google_compute_router.Network/Nat-us-central1/Router.name}",
                         "nat_ip_allocate_option": "MANUAL_ONLY",
                         "nat_ips": ["${google_compute_address.Network/Nat-us-central1/Address.self_link}"],
                         "source_subnetwork_ip_ranges_to_nat": "LIST_OF_SUBNETWORKS",
                         "subnetwork": [{"name": "${google_compute_subnetwork.Network/Subnetwork-us-central1.id}",
                                         "source_ip_ranges_to_nat": ["PRIMARY_IP_RANGE"]}],
                         "enable_dynamic_port_allocation": true,
                         "enable_endpoint_independent_mapping": false, "min_ports_per_vm": 512, "max_ports_per_vm": 65536,
                         "tcp_established_idle_timeout_sec": 86400,
                         "log_config": {"enable": true, "filter": "ERRORS_ONLY"}}"""));
        assertThat(synth.all("google_compute_router_nat")).hasSize(2);
    }

    @Test
    void created_unprotected_mayGo() {
        Synth synth = created(props().isProtected(false));

        assertThat(synth.all("google_compute_address").values()).allSatisfy(address -> assertThat(
                        address.at("/lifecycle/prevent_destroy").isMissingNode())
                .isTrue());
    }

    @Test
    void created_getters_nameWhatWasCreated() {
        List<INetwork> made = new ArrayList<>();
        GoogleSynth.of(stack -> {
            made.add(new Network(stack, "Network", props().build()));
            assertThat(made.get(0).outboundAccess()).hasSize(2);
        });
        INetwork network = made.get(0);

        assertThat(network.networkName()).isEqualTo("live");
        assertThat(network.regions()).containsExactly("us-central1", "europe-west1");
        assertThat(network.natAddresses()).containsOnlyKeys("us-central1", "europe-west1");
        assertThatThrownBy(() -> network.subnetworkId("asia-east1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region asia-east1: must be one of us-central1, europe-west1");
    }

    @Test
    void connectServices_twice_createsOneConnectionThatStays() {
        Synth synth = GoogleSynth.of(stack -> {
            var network = new Network(stack, "Network", props().build());
            assertThat(network.connectServices()).isEqualTo(network.connectServices());
        });

        assertThat(synth.only("google_compute_global_address")).isEqualTo(Synth.json("""
                        {"name": "live-services", "purpose": "VPC_PEERING", "address_type": "INTERNAL",
                         "prefix_length": 20, "network": "${google_compute_network.Network/Network.id}",
                         "depends_on": ["google_compute_subnetwork.Network/Subnetwork-us-central1",
                                        "google_compute_subnetwork.Network/Subnetwork-europe-west1"]}"""));
        assertThat(synth.only("google_service_networking_connection")).isEqualTo(Synth.json("""
                        {"network": "${google_compute_network.Network/Network.id}",
                         "service": "servicenetworking.googleapis.com",
                         "reserved_peering_ranges": ["${google_compute_global_address.Network/ServiceRange.name}"],
                         "deletion_policy": "ABANDON"}"""));
    }

    @Test
    void existing_withoutNat_createsNothing() {
        Synth synth = GoogleSynth.of(stack -> {
            INetwork network =
                    Network.fromAttributes(stack, "Network", attributes().build());
            assertThat(network.networkId()).isEqualTo("projects/shared/global/networks/video");
            assertThat(network.networkName()).isEqualTo("video");
            assertThat(network.regions()).containsExactly("us-central1");
            assertThat(network.subnetworkId("us-central1"))
                    .isEqualTo("projects/shared/regions/us-central1/subnetworks/servers");
            assertThat(network.natAddresses()).isEmpty();
            assertThat(network.outboundAccess()).isEmpty();
            assertThat(network.connectServices()).isEmpty();
        });

        assertThat(synth.json().has("resource")).isFalse();
    }

    @Test
    void existing_withNat_addsAWayOutAlone() {
        Synth synth = GoogleSynth.of(stack -> {
            INetwork network = Network.fromAttributes(
                    stack, "Network", attributes().nat(true).build());
            assertThat(network.natAddresses()).containsOnlyKeys("us-central1");
            assertThat(network.outboundAccess()).hasSize(1);
        });

        assertThat(synth.json().at("/resource").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "google_compute_router", "google_compute_address", "google_compute_router_nat");
        assertThat(synth.only("google_compute_router").at("/network").asText())
                .isEqualTo("projects/shared/global/networks/video");
        assertThat(synth.only("google_compute_router_nat")
                        .at("/subnetwork/0/name")
                        .asText())
                .isEqualTo("projects/shared/regions/us-central1/subnetworks/servers");
    }

    @Test
    void fails_created_rangesThatMeet() {
        var ranges = new LinkedHashMap<String, Cidr>();
        ranges.put("us-central1", Cidr.parse("10.128.0.0/20"));
        ranges.put("europe-west1", Cidr.parse("10.20.0.0/20"));
        ranges.put("asia-east1", Cidr.parse("10.20.8.0/21"));

        assertThatThrownBy(() ->
                        NetworkProps.builder().name("Live").subnetworks(ranges).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        name: got Live, must be 2 to 23 lower-case letters, digits and hyphens, a letter first and no \
                        hyphen last, such as live
                        subnetworks.asia-east1: got 10.20.8.0/21, must be apart from europe-west1's 10.20.0.0/20
                        subnetworks.us-central1: got 10.128.0.0/20, must be outside 10.128.0.0/9, which Google hands \
                        out itself""");
    }

    @Test
    void fails_created_nothingGiven() {
        assertThatThrownBy(() -> NetworkProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("name: must be given\nsubnetworks: must be at least one region");
    }

    @Test
    void fails_existing_otherPaths() {
        assertThatThrownBy(() -> NetworkAttributes.builder()
                        .name("live")
                        .network("video")
                        .subnetworks(Map.of("us-central1", "projects/shared/regions/us-east1/subnetworks/servers"))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        network: got video, must be a network's path, projects/PROJECT/global/networks/NAME
                        subnetworks.us-central1: got projects/shared/regions/us-east1/subnetworks/servers, must be a \
                        subnetwork of the region us-central1""");
    }

    private static Synth created(NetworkPropsBuilder props) {
        return GoogleSynth.of(stack -> new Network(stack, "Network", props.build()));
    }

    private static NetworkPropsBuilder props() {
        return NetworkProps.builder().name("live").subnetworks(TWO_REGIONS);
    }

    private static NetworkAttributesBuilder attributes() {
        return NetworkAttributes.builder()
                .name("live")
                .network("projects/shared/global/networks/video")
                .subnetworks(Map.of("us-central1", "projects/shared/regions/us-central1/subnetworks/servers"));
    }

    private static Map<String, Cidr> twoRegions() {
        var regions = new LinkedHashMap<String, Cidr>();
        regions.put("us-central1", Cidr.parse("10.20.0.0/20"));
        regions.put("europe-west1", Cidr.parse("10.20.16.0/20"));
        return regions;
    }
}
