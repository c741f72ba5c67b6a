package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.noWebRtc;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRulesTest {
    @Test
    void check_theGoodDescription_passes() {
        assertThat(told(Live.TEXT)).isEmpty();
    }

    @Test
    void fails_scaleInWithWebRtc() {
        assertThat(told(tier("scaleIn: { cpuPercent: 30 }")))
                .containsExactly(
                        "streamManager.scaleIn: got scale-in with webrtc: true, must be no scaleIn, or webrtc: false; "
                                + "remove scaleIn; drain.retireAfter removes idle servers instead (live.yaml:10:3)");
    }

    @Test
    void check_scaleInWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(tier("scaleIn: { cpuPercent: 30 }")))).isEmpty();
    }

    @Test
    void fails_refreshWithWebRtc() {
        assertThat(told(tier("rollout: refresh")))
                .containsExactly("streamManager.rollout: got refresh with webrtc: true, must be idle or keep, "
                        + "or webrtc: false; take idle: it replaces a server once it has no session (live.yaml:10:3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle", "keep"})
    void check_gentleRolloutWithWebRtc_passes(String rollout) {
        assertThat(told(tier("rollout: " + rollout))).isEmpty();
    }

    @Test
    void check_refreshWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(tier("rollout: refresh")))).isEmpty();
    }

    @Test
    void fails_scheduleThatLowersMaxWithWebRtc() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 0 22 * * *, min: 2, max: 3 } }")))
                .containsExactly(
                        "streamManager.schedule.night.max: got 3 with webrtc: true, must be at least the group's "
                                + "and every schedule's max (6), since lowering max removes servers with their sessions; "
                                + "raise it; vary min instead (live.yaml:10:92)");
    }

    @Test
    void fails_scheduleBelowAnotherSchedulesMaxWithWebRtc() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 9 },"
                        + " night: { cron: 0 22 * * *, min: 2, max: 6 } }")))
                .singleElement()
                .asString()
                .startsWith("streamManager.schedule.night.max: got 6 with webrtc: true")
                .contains("(9)");
    }

    @Test
    void check_scheduleThatVariesMinAlone_passes() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 0 22 * * *, min: 2, max: 6 } }")))
                .isEmpty();
    }

    @Test
    void check_scheduleThatLowersMaxWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 0 22 * * *, min: 0, max: 0 } }"))))
                .isEmpty();
    }

    @Test
    void warns_shortSessionTimeoutWithWebRtc() {
        assertThat(told(top("entry: { sessionTimeout: 60s }")))
                .containsExactly("warning: entry.sessionTimeout: got 1m with webrtc: true, must be at least 1h, "
                        + "or silent WebSockets are cut; leave the key out for the longest that the cloud allows "
                        + "(live.yaml:24:10)");
    }

    @Test
    void check_shortSessionTimeoutWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(top("entry: { sessionTimeout: 60s }")))).isEmpty();
    }

    @Test
    void warns_shortDrainWithWebRtc() {
        assertThat(told(top("entry: { drain: 5m }")))
                .containsExactly("warning: entry.drain: got 5m with webrtc: true, must be 1h, the longest, "
                        + "or sessions are cut when a server leaves; leave the key out (live.yaml:24:10)");
    }

    @Test
    void check_shortDrainWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(top("entry: { drain: 5m }")))).isEmpty();
    }

    @Test
    void warns_quickHealthChecksWithWebRtc() {
        assertThat(told(tier("health: { interval: 10s, timeout: 5s, unhealthy: 3 }")))
                .containsExactly(
                        "warning: streamManager.health.unhealthy: got 3 checks, 30s in all, with webrtc: true, "
                                + "must be at least 1m in all, since a server is replaced with its sessions; "
                                + "raise unhealthy or interval (live.yaml:10:41)");
    }

    @Test
    void check_slowHealthChecksWithWebRtc_passes() {
        assertThat(told(tier("health: { interval: 10s, timeout: 5s, unhealthy: 6 }")))
                .isEmpty();
    }

    @Test
    void warns_loneServerWithWebRtc() {
        assertThat(told(with("min: 2, max: 6", "min: 1, max: 6")))
                .containsExactly("warning: streamManager.group.min: got 1 with webrtc: true, must be at least 2, "
                        + "or the loss of one cuts every session; raise it (live.yaml:9:12)");
    }

    @Test
    void check_loneServerWithoutWebRtc_passes() {
        assertThat(told(noWebRtc(with("min: 2, max: 6", "min: 1, max: 6")))).isEmpty();
    }
}
