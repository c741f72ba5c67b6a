package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.noWebRtc;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveAzure.DATABASE;
import static io.streamfleet.core.rules.LiveAzure.existing;
import static io.streamfleet.core.rules.LiveAzure.nodes;
import static io.streamfleet.core.rules.LiveAzure.subnets;
import static io.streamfleet.core.rules.LiveAzure.tier;
import static io.streamfleet.core.rules.LiveAzure.top;
import static io.streamfleet.core.rules.LiveAzure.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureServerRulesTest {
    private static final String SIZE = "vmSize: Standard_D2s_v5\n  sshKey";

    private static String database(String more) {
        return with(DATABASE, "create: { sku: GP_Standard_D2ds_v4, " + more + " }");
    }

    @Test
    void fails_scaleInWithWebRtc() {
        assertThat(told(tier("scaleIn: {}")))
                .containsExactly(
                        "streamManager.scaleIn: got scale-in with webrtc: true, must be no scaleIn, or webrtc: false;"
                                + " remove scaleIn; drain.retireAfter removes idle servers instead (live.yaml:11:3)");
        assertThat(told(noWebRtc(tier("scaleIn: {}")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scaleOut: { window: 4m } | scaleOut.window: got 4m, must be 5m to 12h",
                "scaleOut: { window: 13h } | scaleOut.window: got 13h, must be 5m to 12h",
                "scaleOut: { window: 330s } | scaleOut.window: got 330s, must be whole minutes, since Azure's autoscaling looks once a minute; round it to minutes",
                "scaleOut: { cooldown: 2m } | scaleOut.cooldown: got 2m, must be 180s to 7d",
                "scaleOut: { cooldown: 8d } | scaleOut.cooldown: got 8d, must be 180s to 7d",
                "scaleOut: { cooldown: 190s } | scaleOut.cooldown: got 190s, must be whole minutes, since Azure's autoscaling looks once a minute; round it to minutes",
                "scaleOut: { add: 0 } | scaleOut.add: got 0, must be 1 to 100",
                "scaleIn: { cpuPercent: 100 } | scaleIn.cpuPercent: got 100, must be 1 to 99",
                "scaleIn: { cpuPercent: 70 } | scaleIn.cpuPercent: got 70, must be below scaleOut.cpuPercent (70); lower it"
            })
    void fails_scaling(String line, String message) {
        assertThat(told(noWebRtc(tier(line))))
                .singleElement()
                .asString()
                .startsWith("streamManager." + message + " (live.yaml:11:");
    }

    @Test
    void warns_groupThatWouldSwing() {
        assertThat(told(noWebRtc(tier("scaleIn: { cpuPercent: 50 }"))))
                .containsExactly(
                        "warning: streamManager.scaleIn.cpuPercent: got 50, which is 75 on the 2 servers left after a"
                                + " removal, must be so low that their load stays below scaleOut.cpuPercent (70); lower it, or raise"
                                + " group.min (live.yaml:11:14)");
    }

    @Test
    void fails_idleRollout() {
        assertThat(told(tier("rollout: idle")))
                .containsExactly(
                        "streamManager.rollout: got idle on azure, must be keep, since no server of a scale set can be"
                                + " held back; take keep; drain.retireAfter removes idle servers (live.yaml:11:3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"599s", "91m", "630s"})
    void fails_graceThatRepairsDoNotWait(String grace) {
        assertThat(told(tier("health: { grace: " + grace + " }")))
                .containsExactly(
                        "streamManager.health.grace: got " + grace
                                + ", must be 10m to 90m, in whole minutes, as long as a scale set's repairs wait (live.yaml:11:13)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10m", "90m"})
    void check_graceThatRepairsWait_passes(String grace) {
        assertThat(told(tier("health: { grace: " + grace + " }"))).isEmpty();
    }

    @Test
    void fails_scheduleThatAzureHasNot() {
        assertThat(told(noWebRtc(tier("schedule: { show: { cron: \"0 8 1 * *\", min: 4, max: 6 },"
                        + " night: { cron: 0 20 * * *, min: 2, max: 6 } }"))))
                .containsExactly(
                        "streamManager.schedule.show.cron: got 0 8 1 * *, must be on days of the week, such as 30 18 *"
                                + " * MON-FRI, since Azure knows no others; leave day of month and month at * (live.yaml:11:23)");
    }

    @Test
    void fails_timeZoneThatIsNone_toldOnce() {
        assertThat(told(noWebRtc(
                        tier("schedule: { show: { cron: 0 8 * * *, timeZone: Europe/Atlantis, min: 4, max: 6 },"
                                + " night: { cron: 0 20 * * *, min: 2, max: 6 } }"))))
                .singleElement()
                .asString()
                .contains("a time zone of the IANA database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F2Standard_F2",
                "Standard_F2Standard_F2",
                "c5.large",
                "n2-standard-2",
                "Standard_D",
                "standard_d2s_v5",
                "D2s_v5"
            })
    void fails_vmSizeThatIsNone(String size) {
        String message = "got " + size + ", must be a size of Azure's virtual machines, such as Standard_D2s_v5";
        assertThat(told(with(SIZE, "vmSize: " + size + "\n  sshKey")))
                .containsExactly("streamManager.vmSize: " + message + " (live.yaml:8:3)");
        assertThat(told(with("max: 20, vmSize: Standard_D2s_v5", "max: 20, vmSize: " + size)))
                .containsExactly("nodes.roles.edge.vmSize: " + message + " (live.yaml:18:30)");
        assertThat(told(nodes("vmSizeFallbacks: [Standard_F2s, " + size + "]")))
                .containsExactly("nodes.vmSizeFallbacks[1]: " + message + " (live.yaml:16:35)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Standard_B2ms",
                "Standard_F2",
                "Standard_F2s_v2",
                "Standard_D2s_v3",
                "Standard_DS2_v2",
                "Standard_D2_v2_Promo",
                "Standard_E4-2s_v5",
                "Standard_NC24ads_A100_v4",
                "Standard_NV36ads_A10_v5",
                "Standard_M416ms_v2",
                "Standard_HB120rs_v3",
                "Standard_L8s_v3",
                "Standard_DC2as_v5",
                "Standard_A1_v2"
            })
    void check_vmSize_passes(String size) {
        assertThat(told(with(SIZE, "vmSize: " + size + "\n  sshKey"))).isEmpty();
    }

    @Test
    void warns_armStreamManagers() {
        assertThat(told(with(SIZE, "vmSize: Standard_D2ps_v5\n  sshKey")))
                .containsExactly(
                        "warning: streamManager.vmSize: got Standard_D2ps_v5, an ARM type, must be of the image's own"
                                + " architecture; see that the image is arm64 (live.yaml:8:3)");
    }

    @Test
    void fails_twoArchitecturesOfOneImage() {
        assertThat(told(with("max: 20, vmSize: Standard_D2s_v5", "max: 20, vmSize: Standard_D2plds_v5")))
                .containsExactly(
                        "nodes.roles.edge.vmSize: got Standard_D2plds_v5, a type of arm64, must be of x86_64 like origin,"
                                + " which has the same image; take a type of the same architecture, or give this role an image of its"
                                + " own (API 4.0) (live.yaml:18:30)");
    }

    @Test
    void fails_secretThatAVaultHasNot() {
        assertThat(told(tier("secret: live_stream-manager")))
                .containsExactly(
                        "streamManager.secret: got a name with other characters, must be letters, digits and hyphens, as"
                                + " a secret's name is in a key vault; take one such as live-stream-manager (live.yaml:11:3)");
        assertThat(told(tier("secret: Live-stream-manager"))).isEmpty();
    }

    @Test
    void fails_userThatAzureGivesToNone() {
        assertThat(told(with("  controller:\n", "  controller:\n    vmUser: admin\n")))
                .containsExactly(
                        "azure.controller.vmUser: got admin, must be a name that Azure gives to a user of virtual"
                                + " machines; take another, such as ubuntu (live.yaml:25:5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a/b\": x | tags.a/b: got the key a/b, must be one without a slash, which Azure takes in no key",
                "AzureTeam: x | tags.AzureTeam: got the key AzureTeam, must be one without the beginnings azure, microsoft and windows, which Azure keeps",
                "team: x, Team: y | tags.Team: got the key Team beside team, must be keys that differ by more than letter case, since Azure does not tell them apart; remove one"
            })
    void fails_tag(String tags, String message) {
        assertThat(told(top("tags: { " + tags + " }")))
                .singleElement()
                .asString()
                .startsWith(message + " (live.yaml:29:");
    }

    @Test
    void fails_moreTagsThanAResourceTakes() {
        assertThat(told(top(tags(16))))
                .containsExactly(
                        "tags: got 16 tags, must be at most 15, the most of a private DNS zone, of which the deployment"
                                + " makes one; remove some (live.yaml:29:1)");
        assertThat(told(top(tags(15)))).isEmpty();
        assertThat(told(existing(subnets()) + tags(51) + "\n"))
                .containsExactly(
                        "tags: got 51 tags, must be at most 50, the most of a resource; remove some (live.yaml:29:1)");
        assertThat(told(existing(subnets()) + tags(50) + "\n")).isEmpty();
    }

    private static String tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "t" + i + ": x")
                .collect(Collectors.joining(", ", "tags: { ", " }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clientId: 11111111-1111-4111-8111-111111111111 | clientId: live | clientId: got live",
                "objectId: 33333333-3333-4333-8333-333333333333 | objectId: 33333333 | objectId: got a number, 33333333"
            })
    void fails_idOfTheController(String id, String instead, String message) {
        assertThat(told(with(id, instead)))
                .singleElement()
                .asString()
                .startsWith("azure.controller." + message
                        + ", must be an id such as 00000000-0000-4000-8000-000000000000, in lower case");
    }

    @Test
    void fails_sizesThatAzureHasNot() {
        assertThat(told(tier("diskGib: 4096")))
                .containsExactly(
                        "streamManager.diskGib: got 4096, must be at most 4095, the largest that Azure starts a server"
                                + " from (live.yaml:11:3)");
        assertThat(told(tier("diskGib: 4095"))).isEmpty();
        assertThat(told(database("storageGib: 16385")))
                .containsExactly(
                        "database.create.storageGib: got 16385, must be at most 16384, the largest that Azure Database"
                                + " for MySQL has (live.yaml:11:49)");
        assertThat(told(database("storageGib: 16384"))).isEmpty();
    }

    @Test
    void fails_moreServersThanAnImageStarts() {
        assertThat(told(with("max: 6 }", "max: 601 }")))
                .containsExactly(
                        "streamManager.group.max: got 601, must be at most 600 with an image that is in no gallery; lower"
                                + " it, or put the image into a gallery (live.yaml:10:20)");
        assertThat(told(with("max: 6 }", "max: 600 }"))).isEmpty();
        assertThat(told(with("max: 6 }", "max: 601 }", "/images/sm-11", "/galleries/red5/images/sm")))
                .isEmpty();
    }

    @Test
    void fails_checksThatTheNodesLoadBalancerDoesNotMake() {
        String text =
                tier("health: { interval: 4s, timeout: 2s, unhealthy: 10 }").replace("webrtc: true", "webrtc: false");
        assertThat(told(text + "entry: { nodePath: { internal: {} } }\n"))
                .containsExactly(
                        "streamManager.health.interval: got 4s with entry.nodePath: internal, must be at least 5s, the"
                                + " limit of the nodes' load balancer; raise it (live.yaml:11:13)");
        assertThat(told(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warmUp: 4m | warmUp: got a key of aws and google alone",
                "health: { healthy: 3 } | health.healthy: got a key of aws and google alone",
                "drain: { idle: 5m } | drain.idle: got a key of aws alone"
            })
    void fails_keyThatDoesNothingOnAzure(String line, String message) {
        assertThat(told(tier(line)))
                .singleElement()
                .asString()
                .startsWith("streamManager." + message + ", must be one of ");
    }
}
