package io.streamfleet.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.spec.Rollout;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterPlanTest {
    private static final String GOOD = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            webrtc: true
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            entry: { redirectHttp: true }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }
            aws: { region: us-east-1, network: { create: { cidr: 10.20.0.0/16 } } }
            """;

    @Test
    void of_red5_opensWhatTheVendorNeedsAndNothingElse() {
        assertThat(Plans.flows(GOOD)).containsExactlyElementsOf(Plans.flowsOfRed5(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redirectHttp: true|redirectHttp: false|internet -> entry TCP 80",
                "redirectHttp: true|nodePath: { https: {} }|-> nodeEntry",
            })
    void of_red5_closesWhatIsNotAskedFor(String key, String instead, String closed) {
        assertThat(Plans.flows(GOOD.replace(key, instead))).noneMatch(flow -> flow.contains(closed));
    }

    @Test
    void of_existingNetwork_servesNamesByServersOfItsOwn() {
        String existing = """
                network: { existing: { vpc: vpc-0123456789abcdef0, vpcName: live, zones: [us-east-1a, us-east-1b],
                  publicSubnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1],
                  privateSubnets: [subnet-0123456789abcdef2, subnet-0123456789abcdef3] } }""";
        assertThat(Plans.flows(GOOD.replace("network: { create: { cidr: 10.20.0.0/16 } }", existing)))
                .filteredOn(flow -> flow.contains(" 53 "))
                .containsExactly(
                        "streamManager -> internet UDP 53 (name servers of the network)",
                        "streamManager -> internet TCP 53 (name servers of the network)");
    }

    @Test
    void of_sshFrom_opensSshToThoseAlone() {
        String text = GOOD.replace("  group: {", "  sshFrom: [203.0.113.0/24]\n  group: {")
                .replace("  keyPair: red5pro\n", "  keyPair: red5pro\n  sshFrom: [198.51.100.0/24]\n");
        assertThat(Plans.flows(text))
                .filteredOn(flow -> flow.contains("TCP 22"))
                .containsExactly(
                        "203.0.113.0/24 -> streamManager TCP 22 (SSH)", "198.51.100.0/24 -> nodes TCP 22 (SSH)");
    }

    @Test
    void of_database_isReachedByItsTierAlone() {
        assertThat(Plans.of(GOOD).flows())
                .filteredOn(flow -> flow.to().equals(Party.DATABASE))
                .extracting(Flow::from)
                .containsExactly(Party.tier("streamManager"));
    }

    @ParameterizedTest
    @CsvSource({"true,,IDLE,true", "false,,REFRESH,false", "true,keep,KEEP,true", "false,idle,IDLE,false"})
    void of_rollout_followsWebrtc(boolean webrtc, String given, Rollout rollout, boolean isProtected) {
        String text = GOOD.replace("webrtc: true", "webrtc: " + webrtc)
                .replace("  group: {", (given == null ? "" : "  rollout: " + given + "\n") + "  group: {");
        TierPlan tier = Plans.of(text).tier("streamManager");
        assertThat(tier.rollout()).isEqualTo(rollout);
        assertThat(tier.protectedFromScaleIn()).isEqualTo(isProtected);
    }

    @Test
    void of_boot_namesSecretsAndHoldsNone() {
        TierPlan tier = Plans.of(GOOD).tier("streamManager");
        String files = tier.boot().files().stream()
                .map(file -> file.content().render(CloudValue::toString))
                .collect(Collectors.joining());
        assertThat(tier.secretName()).isEqualTo("live-stream-manager");
        assertThat(files)
                .contains("live-stream-manager", "<databaseHost>", "<databaseSecret>", "live-node", "live-nodes");
        assertThat(tier.document().maxBytes()).isLessThan(16_384);
    }

    @Test
    void of_boot_guardKnowsTheGroupsHookAndTheDescriptionsDrain() {
        String guard = Plans.of(GOOD).tier("streamManager").boot().files().stream()
                .filter(file -> file.path().equals("/etc/streamfleet/guard.json"))
                .map(file -> file.content().render(CloudValue::toString))
                .collect(Collectors.joining());
        assertThat(guard)
                .contains("\"heartbeat\": " + TierPlan.HEARTBEAT.toSeconds(), "\"idle\": 120", "\"protect\": true");
    }

    @Test
    void of_costs_namesEachThingThatIsPaidFor() {
        assertThat(Plans.costs(GOOD))
                .containsSubsequence(
                        "c5.large servers (streamManager): 2 to 6, each with a disk of 16 GiB",
                        "Application Load Balancer: 2: public, and internal for nodes",
                        "Route 53 private hosted zone: 1: live.example.com inside the VPC",
                        "db.t4g.medium RDS MySQL 8.4: 2, in two zones (Multi-AZ), each with 20 GiB; backups of 7 days",
                        "NAT gateway: 2, one a zone, and their traffic",
                        "Secrets Manager secret: 2: the tier's, and the database's password; readings at each boot");
    }
}
