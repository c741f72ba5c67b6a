package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveGoogle.EXISTING;
import static io.streamfleet.core.rules.LiveGoogle.NEW;
import static io.streamfleet.core.rules.LiveGoogle.google;
import static io.streamfleet.core.rules.LiveGoogle.network;
import static io.streamfleet.core.rules.LiveGoogle.tier;
import static io.streamfleet.core.rules.LiveGoogle.top;
import static io.streamfleet.core.rules.LiveGoogle.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleNetworkRulesTest {
    private static String subnets(String subnets) {
        return network("create: { subnets: { " + subnets + " } }");
    }

    @Test
    void check_good_passes() {
        assertThat(told(LiveGoogle.TEXT)).isEmpty();
        assertThat(told(network(EXISTING))).isEmpty();
    }

    @Test
    void warns_unknownRegion() {
        assertThat(told(with("us-central1", "us-central9")))
                .containsExactly(
                        "warning: google.regions[0]: got us-central9, must be a region of Google Cloud that this version"
                                + " knows; see that it is spelled right, by gcloud compute regions list (live.yaml:20:13)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | google.regions: got no region, must be at least one region; list it: [us-central1] (live.yaml:20:3)",
                "[us-central1, us-central1] | google.regions: got the same region twice, must be different regions (live.yaml:20:3)",
                "[us-east-1] | google.regions[0]: got us-east-1, must be a region of Google Cloud, such as us-central1 (live.yaml:20:13)"
            })
    void fails_regions(String regions, String message) {
        assertThat(told(with("regions: [us-central1]", "regions: " + regions))).contains(message);
    }

    @Test
    void fails_regionWithoutASubnetwork() {
        assertThat(told(with("regions: [us-central1]", "regions: [us-central1, europe-west1]")))
                .containsExactly(
                        "google.network.create.subnets: got none in europe-west1, must be one in each of google.regions"
                                + " (us-central1, europe-west1); add europe-west1 (live.yaml:21:24)");
    }

    @Test
    void fails_subnetworkWithoutARegion() {
        assertThat(told(subnets("us-central1: 10.20.0.0/20, us-west1: 10.20.16.0/20")))
                .containsExactly(
                        "google.network.create.subnets.us-west1: got one in us-west1, must be in one of google.regions"
                                + " (us-central1); remove it, or add the region (live.yaml:21:62)");
    }

    @Test
    void fails_existingSubnetworkOfAnotherRegionOrProject() {
        assertThat(told(network(EXISTING.replace("regions/us-central1", "regions/us-east1"))))
                .containsExactly("google.network.existing.subnetworks.us-central1: got"
                        + " projects/example-project/regions/us-east1/subnetworks/managers, must be a subnetwork of"
                        + " us-central1; correct one of them (live.yaml:21:97)");
        assertThat(told(network(EXISTING.replace("example-project/regions", "another-project/regions"))))
                .containsExactly("google.network.existing.subnetworks.us-central1: got"
                        + " projects/another-project/regions/us-central1/subnetworks/managers, must be of the"
                        + " network's project (example-project); correct one of them (live.yaml:21:97)");
    }

    @Test
    void fails_networkOfAnotherProject() {
        assertThat(told(network(EXISTING.replace("example-project", "another-project"))))
                .containsExactly(
                        "google.network.existing.network: got projects/another-project/global/networks/corp, must be of"
                                + " google.project (example-project), in which its firewall rules are made and the Stream"
                                + " Managers look for it by its name; deploy into another-project, or take a network of"
                                + " example-project (live.yaml:21:26)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.128.0.0/20", "10.200.0.0/24", "10.0.0.0/8"})
    void fails_subnetworkAmongTheNodes(String range) {
        assertThat(told(subnets("us-central1: " + range)))
                .containsExactly("google.network.create.subnets.us-central1: got " + range
                        + ", must be outside 10.128.0.0/9, Google's own subnetworks, where the nodes are; take one of"
                        + " 10.0.0.0/9, 172.16.0.0/12 or 192.168.0.0/16 (live.yaml:21:35)");
    }

    @Test
    void check_subnetworkBesideTheNodes_passes() {
        assertThat(told(subnets("us-central1: 10.127.255.0/24"))).isEmpty();
        assertThat(told(subnets("us-central1: 172.16.0.0/12"))).isEmpty();
    }

    @Test
    void fails_subnetworksThatOverlap() {
        String text = with("regions: [us-central1]", "regions: [us-central1, us-west1]");
        assertThat(told(Live.change(
                        text,
                        LiveGoogle.NEW,
                        "create: { subnets: { us-central1: 10.20.0.0/20, us-west1: 10.20.8.0/24 } }")))
                .containsExactly(
                        "google.network.create.subnets.us-west1: got 10.20.8.0/24, must be apart from that of us-central1"
                                + " (10.20.0.0/20); change one of them (live.yaml:21:62)");
    }

    @Test
    void fails_subnetworkTooSmall() {
        assertThat(told(subnets("us-central1: 10.20.0.0/29")))
                .containsExactly(
                        "google.network.create.subnets.us-central1: got 10.20.0.0/29, which has room for 4, must be a range of"
                                + " at least 6 servers, the group's largest number; widen it (live.yaml:21:35)");
        assertThat(told(subnets("us-central1: 10.20.0.0/28"))).isEmpty();
    }

    @Test
    void fails_subnetworkWithoutRoomForTheNodesWayIn() {
        String small = with(NEW, "create: { subnets: { us-central1: 10.20.0.0/28 } }", "max: 6 }", "max: 12 }");
        assertThat(told(small)).isEmpty();
        assertThat(told(small + "entry: { nodePath: { internal: {} } }\n"))
                .containsExactly(
                        "google.network.create.subnets.us-central1: got 10.20.0.0/28, which has room for 12, must be"
                                + " a range of at least 13 addresses, the group's largest number of servers and the nodes' way in;"
                                + " widen it (live.yaml:21:35)");
    }

    @Test
    void fails_moreServersThanANatGatewayHasPortsFor() {
        String large = with("max: 6 }", "max: 127 }");
        assertThat(told(large))
                .containsExactly(
                        "streamManager.group.max: got 127, must be at most 126, since a region's NAT gateway has one"
                                + " address of 64512 ports, and each server takes 512 or more; list more regions, or bring a network"
                                + " with a way out of its own (live.yaml:9:20)");
        assertThat(told(with("max: 6 }", "max: 126 }"))).isEmpty();
        assertThat(told(with("max: 6 }", "max: 127 }\n  publicAddress: true"))).isEmpty();
        assertThat(told(with("max: 6 }", "max: 127 }", NEW, EXISTING))).isEmpty();
    }

    @Test
    void fails_subnetworkThatNoVpcHas() {
        assertThat(told(subnets("us-central1: 169.254.0.0/24")))
                .containsExactly(
                        "google.network.create.subnets.us-central1: got 169.254.0.0/24, must be a range that a network can have;"
                                + " take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (live.yaml:21:35)");
    }

    @Test
    void warns_subnetworkOfSomebodyElse() {
        assertThat(told(subnets("us-central1: 8.8.8.0/24")))
                .containsExactly(
                        "warning: google.network.create.subnets.us-central1: got 8.8.8.0/24, must be a private range, or the"
                                + " servers cannot reach its owners' addresses; take one of 10.0.0.0/8, 172.16.0.0/12 or"
                                + " 192.168.0.0/16 (live.yaml:21:35)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ us-east1: [us-east1-b] } | google.zones.us-east1: got zones of us-east1, must be of one of google.regions (us-central1); correct one of them (live.yaml:21:12)",
                "{ us-central1: [us-central1-a, us-east1-b] } | google.zones.us-central1[1]: got us-east1-b, must be a zone of us-central1; correct one of them (live.yaml:21:41)",
                "{ us-central1: [us-central1-a, us-central1-a] } | google.zones.us-central1[1]: got us-central1-a twice, must be given once (live.yaml:21:41)",
                "{ us-central1: [] } | google.zones.us-central1: got no zone, must be at least 2 zones; list them, or remove the key: Google picks three (live.yaml:21:12)",
                "{ us-central1: [us-central1-a] } | warning: google.zones.us-central1: got 1 zone, must be at least 2, or the zone's loss is the region's; add one, or remove the key: Google picks three (live.yaml:21:12)"
            })
    void fails_zones(String zones, String message) {
        assertThat(told(google("zones: " + zones))).containsExactly(message);
    }

    @Test
    void check_twoZones_pass() {
        assertThat(told(google("zones: { us-central1: [us-central1-a, us-central1-f] }")))
                .isEmpty();
    }

    @Test
    void warns_sshFromTheInternetToPrivateServers() {
        assertThat(told(tier("sshFrom: [203.0.113.0/24]")))
                .containsExactly(
                        "warning: streamManager.sshFrom[0]: got 203.0.113.0/24 with publicAddress: false, must be a private"
                                + " range, or publicAddress: true; use Identity-Aware Proxy, from 35.235.240.0/20, or come by a"
                                + " VPN's private addresses (live.yaml:10:13)");
    }

    @Test
    void check_sshByTheProxyOrAVpn_passes() {
        assertThat(told(tier("sshFrom: [35.235.240.0/20, 10.0.0.0/16]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.7 | got 10.0.0.7, must be a public address, reserved as a global one; see it by gcloud compute addresses list --global, or remove the key",
                "127.0.0.1 | got 127.0.0.1, must be a public address, reserved as a global one; see it by gcloud compute addresses list --global, or remove the key",
                "203.0.113.256 | got 203.0.113.256, must be an IPv4 address of four numbers 0 to 255",
                "live-entry | got live-entry, must be an IPv4 address, such as 203.0.113.7"
            })
    void fails_entryAddress(String address, String message) {
        assertThat(told(top("entry: { address: " + address + " }")))
                .containsExactly("entry.address: " + message + " (live.yaml:22:10)");
    }

    @Test
    void check_entryAddress_passes() {
        assertThat(told(top("entry: { address: 203.0.113.7 }"))).isEmpty();
    }

    private static String administrators(int count) {
        return top("entry: { adminFrom: ["
                + IntStream.range(0, count)
                        .mapToObj(i -> "203." + i / 100 + "." + i % 100 + ".0/24")
                        .collect(Collectors.joining(", "))
                + "] }");
    }

    @Test
    void fails_moreAdministratorsThanAPolicyHolds() {
        assertThat(told(administrators(401)))
                .containsExactly(
                        "entry.adminFrom: got 401 ranges, must be at most 400, four in each of a policy's rules;"
                                + " join neighbouring ranges (live.yaml:22:10)");
    }

    @Test
    void warns_moreAdministratorsThanTheQuota() {
        assertThat(told(administrators(41)))
                .containsExactly(
                        "warning: entry.adminFrom: got 41 ranges, must be at most 40, since a project has 20 such"
                                + " rules of Cloud Armor unless the quota was raised; join neighbouring ranges (live.yaml:22:10)");
        assertThat(told(administrators(40))).isEmpty();
    }

    @Test
    void fails_sessionsThatCannotLive() {
        assertThat(told(top("entry: { sessionTimeout: 30s }")))
                .containsExactly(
                        "entry.sessionTimeout: got 30s with webrtc: true, must be at least 1h, or WebSockets are"
                                + " cut, however busy; leave the key out for the longest that the cloud allows (live.yaml:22:10)");
        assertThat(told(top("entry: { sessionTimeout: 86401s }")))
                .containsExactly("entry.sessionTimeout: got 86401s, must be 1s to 24h (live.yaml:22:10)");
    }

    @Test
    void warns_shortSessions() {
        assertThat(told(top("entry: { sessionTimeout: 31s }")))
                .containsExactly("warning: entry.sessionTimeout: got 31s with webrtc: true, must be at least 1h, or"
                        + " WebSockets are cut, however busy; leave the key out for the longest that the cloud allows"
                        + " (live.yaml:22:10)");
        assertThat(told(top("entry: { sessionTimeout: 1h }"))).isEmpty();
    }

    @Test
    void fails_domainTooLongForACertificate() {
        String domain = "a".repeat(53) + ".example.com";
        assertThat(told(with("domain: live.example.com", "domain: " + domain)))
                .containsExactly(
                        "domain: got a name of 65 characters with tls: managed, must be at most 64, the longest"
                                + " that Google issues for; shorten it, or set tls: certificate (live.yaml:4:1)");
        assertThat(told(with("domain: live.example.com", "domain: " + domain.substring(1))))
                .isEmpty();
    }

    @Test
    void fails_domainOutsideItsZone() {
        assertThat(told(top("dns: { zone: example.org, managedZone: example-org }")))
                .containsExactly("domain: got live.example.com, must be in dns.zone (example.org); correct one of them"
                        + " (live.yaml:4:1)");
    }
}
