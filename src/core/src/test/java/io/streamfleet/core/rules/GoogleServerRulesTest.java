package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.noWebRtc;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveGoogle.nodes;
import static io.streamfleet.core.rules.LiveGoogle.tier;
import static io.streamfleet.core.rules.LiveGoogle.top;
import static io.streamfleet.core.rules.LiveGoogle.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleServerRulesTest {
    private static final String TIER = "machineType: n2-standard-2\n  group";

    @Test
    void fails_scaleInWithWebRtc() {
        assertThat(told(tier("scaleIn: {}")))
                .containsExactly("streamManager.scaleIn: got scale-in with webrtc: true, must be no scaleIn, or webrtc:"
                        + " false; remove scaleIn; drain.retireAfter removes idle servers instead (live.yaml:10:3)");
        assertThat(told(noWebRtc(tier("scaleIn: {}")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scaleIn: { window: 59s } | scaleIn.window: got 59s, must be 1m to 1h",
                "scaleIn: { window: 61m } | scaleIn.window: got 61m, must be 1m to 1h",
                "scaleIn: { maxRemoved: 0 } | scaleIn.maxRemoved: got 0, must be 1 to 1000",
                "scaleOut: { cpuPercent: 0 } | scaleOut.cpuPercent: got 0, must be 1 to 100",
                "scaleOut: { cpuPercent: 101 } | scaleOut.cpuPercent: got 101, must be 1 to 100"
            })
    void fails_scalingOutOfBounds(String line, String message) {
        assertThat(told(noWebRtc(tier(line))))
                .singleElement()
                .asString()
                .startsWith("streamManager." + message + " (live");
    }

    @Test
    void fails_refreshWithWebRtc() {
        assertThat(told(tier("rollout: refresh")))
                .containsExactly("streamManager.rollout: got refresh with webrtc: true, must be keep, or webrtc: false;"
                        + " remove the key: new servers get the new image (live.yaml:10:3)");
    }

    @Test
    void fails_idleRollout() {
        assertThat(told(tier("rollout: idle")))
                .containsExactly("streamManager.rollout: got idle on google, must be keep, since no server of a managed"
                        + " instance group can be held back; take keep; drain.retireAfter removes idle servers"
                        + " (live.yaml:10:3)");
        assertThat(told(noWebRtc(tier("rollout: idle"))))
                .containsExactly(
                        "streamManager.rollout: got idle on google, must be keep or refresh, since no server of a"
                                + " managed instance group can be held back; take keep; drain.retireAfter removes idle servers"
                                + " (live.yaml:10:3)");
    }

    @Test
    void check_retireAfterWithWebRtc_passes() {
        assertThat(told(tier("drain: { retireAfter: 4h }"))).isEmpty();
    }

    @Test
    void fails_graceOverAnHour() {
        assertThat(told(tier("health: { grace: 3601s }")))
                .containsExactly("streamManager.health.grace: got 3601s, must be at most 1h, the longest that a managed"
                        + " instance group waits (live.yaml:10:13)");
        assertThat(told(tier("health: { grace: 1h }"))).isEmpty();
    }

    @Test
    void fails_scheduleOfAnotherMaximum() {
        assertThat(told(noWebRtc(tier("schedule: { show: { cron: 0 8 * * *, min: 4, max: 9 },"
                        + " night: { cron: 0 20 * * *, min: 2, max: 6 } }"))))
                .containsExactly("streamManager.schedule.show.max: got 9, must be the group's (6), which no schedule on"
                        + " Google Cloud changes (live.yaml:10:48)");
    }

    @Test
    void fails_scheduleUnderFiveMinutes() {
        assertThat(told(tier("schedule: { show: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 4 8 * * *, min: 2, max: 6 } }")))
                .singleElement()
                .asString()
                .startsWith(
                        "streamManager.schedule.show.cron: got 0 8 * * *, which lasts 4m until the next schedule, must be"
                                + " a time that lasts ");
        assertThat(told(tier("schedule: { show: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 5 8 * * *, min: 2, max: 6 } }")))
                .isEmpty();
    }

    @Test
    void warns_groupThatCannotGrow() {
        assertThat(told(with(TIER + ": { min: 2, max: 6 }", "scaleOut: {}\n  " + TIER + ": { min: 2, max: 2 }")))
                .containsExactly(
                        "warning: streamManager.group.max: got 2, the same as min, must be above min for scaleOut to"
                                + " have an effect; raise it (live.yaml:10:20)");
    }

    @Test
    void fails_secretThatSecretManagerHasNot() {
        assertThat(told(tier("secret: live/stream-manager")))
                .containsExactly(
                        "streamManager.secret: got a name with other characters, must be letters, digits, hyphens and"
                                + " underscores, as a secret's id is on Google Cloud; take one such as live-stream-manager"
                                + " (live.yaml:10:3)");
        assertThat(told(tier("secret: Live_stream-manager"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: europe-west1-b | nodes.zone: got europe-west1-b, must be a zone of the nodes' regions (us-central1); correct it, or add its region to nodes.regions (live.yaml:15:3)",
                "zone: us-central1 | nodes.zone: got us-central1, must be a zone of Google Cloud, such as us-central1-a (live.yaml:15:3)",
                "regions: [us-east-1] | nodes.regions[0]: got us-east-1, must be a region of Google Cloud, such as us-central1 (live.yaml:15:13)",
                "regions: [us-east1, us-east1] | nodes.regions[1]: got us-east1 twice, must be given once (live.yaml:15:23)"
            })
    void fails_placeOfNodes(String line, String message) {
        assertThat(told(nodes(line))).containsExactly(message);
    }

    @Test
    void check_nodesInAnotherRegion_pass() {
        assertThat(told(nodes("regions: [europe-west1]\n  zone: europe-west1-b")))
                .isEmpty();
    }

    @Test
    void fails_nodesImageThatIsNoName() {
        assertThat(told(with("image: red5pro-node-11", "image: Red5Pro_node.11")))
                .containsExactly(
                        "nodes.image: got Red5Pro_node.11, must be an image's name on Google Cloud: lower-case letters,"
                                + " digits and hyphens, a letter first and no hyphen last; see it by gcloud compute images list"
                                + " --no-standard-images (live.yaml:14:3)");
        assertThat(told(with("max: 20, ", "max: 20, image: edge_11, ")))
                .singleElement()
                .asString()
                .startsWith("nodes.roles.edge.image: got edge_11, must be an image's name on Google Cloud: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Team: streaming | tags.Team: got the key Team, must be 1 to 63 lower-case letters, digits, hyphens and underscores, a letter first",
                "1st: streaming | tags.1st: got the key 1st, must be 1 to 63 lower-case letters, digits, hyphens and underscores, a letter first",
                "goog-x: streaming | tags.goog-x: got the key goog-x, must be one without the prefix goog, which Google keeps for itself",
                "team: Live Streaming | tags.team: got Live Streaming, must be up to 63 lower-case letters, digits, hyphens and underscores, as Google's labels are"
            })
    void fails_label(String tag, String message) {
        assertThat(told(top("tags: { " + tag + " }"))).containsExactly(message + " (live.yaml:22:9)");
    }

    @Test
    void fails_moreLabelsThanAResourceTakes() {
        assertThat(told(top(labels(61))))
                .containsExactly(
                        "tags: got 61 labels, must be at most 60, since a resource has 64 with those that are added to"
                                + " it; remove some (live.yaml:22:1)");
        assertThat(told(top(labels(60)))).isEmpty();
    }

    private static String labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "l" + i + ": x")
                .collect(Collectors.joining(", ", "tags: { ", " }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gcs: { bucket: goog-state } | gcs.bucket: got goog-state, must be a bucket's name: no dot beside a dot or hyphen, no address, none of Google's own words; correct it (live.yaml:22:19)",
                "gcs: { bucket: 10.0.0.1 } | gcs.bucket: got 10.0.0.1, must be a bucket's name: no dot beside a dot or hyphen, no address, none of Google's own words; correct it (live.yaml:22:19)",
                "s3: { bucket: a..b, region: eu-west-1 } | s3.bucket: got a..b, must be a bucket's name: no dot beside a dot or hyphen, no address, none of S3's own words; correct it (live.yaml:22:18)",
                "gcs: { bucket: S } | gcs.bucket: got S, must be a bucket's name: 3 to 63 lower-case letters, digits, dots, hyphens and underscores (live.yaml:22:19)",
                "gcs: { bucket: state, prefix: /live } | gcs.prefix: got /live, must be a path of letters, digits and ._=-, without a slash first or last, such as live/state (live.yaml:22:34)",
                "azurerm: { resourceGroup: state, storageAccount: My-State, container: state } | azurerm.storageAccount: got My-State, must be a storage account's name: 3 to 24 lower-case letters and digits (live.yaml:22:45)",
                "azurerm: { resourceGroup: state, storageAccount: state, container: a--b } | azurerm.container: got a--b, must be a container's name: 3 to 63 lower-case letters, digits and single hyphens (live.yaml:22:68)"
            })
    void fails_backend(String backend, String message) {
        assertThat(told(top("backend: { " + backend + " }"))).containsExactly("backend." + message);
    }

    @Test
    void fails_certificateOfAnotherCloud() {
        assertThat(told(with("managed: {}", "certificate: \"" + Live.CERTIFICATE + "\"")))
                .singleElement()
                .asString()
                .startsWith("tls.certificate: got arn:aws:acm:")
                .endsWith(
                        "must be 1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as"
                                + " live-example-com (live.yaml:11:8)");
    }
}
