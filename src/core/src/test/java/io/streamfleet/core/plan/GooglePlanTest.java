package io.streamfleet.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Rollout;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglePlanTest {
    private static final String GOOD = """
            name: live
            product: red5
            cloud: google
            domain: live.example.com
            webrtc: true
            streamManager:
              image: { fromDisk: projects/example-project/zones/us-central1-a/disks/sm-11 }
              machineType: n1-standard-2
              group: { max: 6 }
            database: { create: { tier: db-custom-2-7680 } }
            entry: { redirectHttp: true }
            tls: { managed: {} }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, machineType: n1-standard-2, capacity: 2000 }
                edge: { min: 2, max: 20, machineType: n1-standard-2, capacity: 2000 }
            google:
              project: example-project
              regions: [us-central1, europe-west1]
              network: { create: { subnets: { us-central1: 10.20.0.0/20, europe-west1: 10.20.16.0/20 } } }
            """;

    private static final String EXISTING = "existing: { network: projects/example-project/global/networks/corp,"
            + " subnetworks: { us-central1: projects/example-project/regions/us-central1/subnetworks/managers,"
            + " europe-west1: projects/example-project/regions/europe-west1/subnetworks/managers } }";

    /** The same as on AWS, but for the nodes' own way in, which is not the default here. */
    @Test
    void of_red5_opensWhatTheVendorNeedsAndNothingElse() {
        assertThat(Plans.flows(GOOD)).containsExactlyElementsOf(Plans.flowsOfRed5(false));
    }

    @Test
    void of_nodePathInternal_opensTheNodesOwnWayIn() {
        String text = GOOD.replace("redirectHttp: true", "nodePath: { internal: {} }");
        assertThat(Plans.of(text).entry().nodePath()).isEqualTo(new NodePath.Internal());
        assertThat(Plans.flows(text))
                .contains(
                        "nodes -> nodeEntry TCP 5080 (nodes report to Stream Managers)",
                        "nodeEntry -> streamManager TCP 5080 (node reports and health checks)");
    }

    @ParameterizedTest
    @CsvSource({"true,,KEEP,true", "false,,REFRESH,false", "false,keep,KEEP,false"})
    void of_rollout_followsWebrtc(boolean webrtc, String given, Rollout rollout, boolean isProtected) {
        String text = GOOD.replace("webrtc: true", "webrtc: " + webrtc)
                .replace("  group: {", (given == null ? "" : "  rollout: " + given + "\n") + "  group: {");
        TierPlan tier = Plans.of(text).tier("streamManager");
        assertThat(tier.rollout()).isEqualTo(rollout);
        assertThat(tier.protectedFromScaleIn()).isEqualTo(isProtected);
    }

    @Test
    void of_network_isFoundByItsName() {
        String existing = GOOD.replaceAll("create: \\{ subnets: .* } }", EXISTING + " }");
        assertThat(Plans.of(GOOD).fleet().orElseThrow().networkName()).isEqualTo("live");
        assertThat(Plans.of(existing).fleet().orElseThrow().networkName()).isEqualTo("corp");
    }

    private static String bootFiles(String text) {
        return Plans.of(text).tier("streamManager").boot().files().stream()
                .map(file -> file.content().render(CloudValue::toString))
                .collect(Collectors.joining());
    }

    @Test
    void of_boot_namesSecretsAndHoldsNone() {
        assertThat(Plans.of(GOOD).tier("streamManager").secretName()).isEqualTo("live-stream-manager");
        assertThat(bootFiles(GOOD))
                .contains(
                        "live-stream-manager",
                        "<databaseHost>",
                        "databasePassword",
                        "live-node",
                        "\"compute.project\": \"example-project\"",
                        "\"compute.network\": \"live\"")
                .doesNotContain("<databaseSecret>");
    }

    @Test
    void of_nodesZone_isTheGivenOneOrOneThatExists() {
        String zones = "  zones: { us-central1: [us-central1-c, us-central1-f] }\n  network:";
        assertThat(bootFiles(GOOD)).contains("\"compute.defaultzone\": \"us-central1-b\"");
        assertThat(bootFiles(GOOD.replace("  network:", zones))).contains("\"compute.defaultzone\": \"us-central1-c\"");
        assertThat(bootFiles(GOOD.replace("  image: red5pro", "  zone: europe-west1-d\n  image: red5pro")))
                .contains("\"compute.defaultzone\": \"europe-west1-d\"");
    }

    @Test
    void of_nodes_areLaunchedInTheDeploymentsRegions() {
        assertThat(NodeDocuments.of(Plans.of(GOOD).spec()).nodeGroup().text()).contains("us-central1", "europe-west1");
    }

    @Test
    void of_costs_namesEachThingThatIsPaidFor() {
        assertThat(Plans.costs(GOOD))
                .containsExactly(
                        "n1-standard-2 servers (streamManager): 2 to 6 in each of 2 regions, each with a disk of 16 GiB",
                        "n1-standard-2 servers (origin nodes): 2 to 10, launched by the Stream Managers",
                        "n1-standard-2 servers (edge nodes): 2 to 20, launched by the Stream Managers",
                        "global Application Load Balancer: 2 forwarding rules, and what passes through",
                        "Cloud Armor policy: 1, its rules and its requests",
                        "db-custom-2-7680 Cloud SQL MySQL 8.4: 2, in two zones (regional), each with 20 GiB; backups of 7"
                                + " days, and the binary log",
                        "Cloud NAT: 2, one a region, their addresses and their traffic",
                        "Cloud Logging: flow logs of the subnetworks",
                        "image storage: 1 image of the Stream Managers",
                        "Secret Manager: 1 secret, and its readings at each boot",
                        "Cloud Logging: requests of the load balancer");
    }

    @Test
    void of_costs_countsTheNodesWayInOfEachRegion() {
        String internal = GOOD.replace("entry: { ", "entry: { nodePath: { internal: {} }, ");
        assertThat(Plans.costs(internal)).contains("internal load balancer: 2, one a region, for the nodes");
        assertThat(Plans.costs(internal.replaceAll(", europe-west1(: [0-9./]+)?", "")))
                .contains("internal load balancer: 1, for the nodes");
    }

    @Test
    void of_costs_leavesOutWhatIsNotMade() {
        String text = GOOD.replaceAll("create: \\{ subnets: .* } }", EXISTING + " }")
                .replaceAll("fromDisk: \\S+", "name: sm-11")
                .replace("redirectHttp: true", "redirectHttp: false");
        assertThat(Plans.costs(text))
                .noneMatch(cost -> cost.contains("NAT") || cost.contains("flow logs") || cost.contains("image"))
                .contains("global Application Load Balancer: 1 forwarding rule, and what passes through");
    }

    @Test
    void of_boot_isAStartupScriptThatKnowsProjectZoneAndNetwork() {
        String zones = GOOD.replace("google:\n", "google:\n  zones: { us-central1: [us-central1-f, us-central1-a] }\n");
        assertThat(properties(GOOD)).contains("\"compute.defaultzone\": \"us-central1-b\"");
        assertThat(properties(zones)).contains("\"compute.defaultzone\": \"us-central1-f\"");
        assertThat(properties(zones.replace("nodes:\n", "nodes:\n  zone: us-central1-c\n")))
                .contains("\"compute.defaultzone\": \"us-central1-c\"");
        assertThat(properties(GOOD))
                .contains("\"compute.network\": \"live\"", "\"config.dbPass\": \"databasePassword\"");
        assertThat(Plans.of(GOOD).tier("streamManager").document().fitting().render(value -> "10.0.0.3"))
                .startsWith("#!/bin/sh\n")
                .contains("\"databaseHost\": \"10.0.0.3\"");
    }

    private static String properties(String text) {
        return Plans.of(text).tier("streamManager").boot().files().stream()
                .filter(file -> file.path().endsWith("/stream-manager.json"))
                .map(file -> file.content().toString())
                .findFirst()
                .orElseThrow();
    }
}
