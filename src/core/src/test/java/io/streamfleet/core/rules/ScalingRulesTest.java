package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.noWebRtc;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingRulesTest {
    private static String cron(String cron) {
        return tier("schedule: { day: { cron: \"" + cron + "\", min: 4, max: 6 },"
                + " night: { cron: \"15 22 * * *\", min: 2, max: 6 } }");
    }

    private static String timeZone(String zone) {
        return tier("schedule: { day: { cron: 0 8 * * *, timeZone: " + zone + ", min: 4, max: 6 },"
                + " night: { cron: 0 22 * * *, min: 2, max: 6 } }");
    }

    @Test
    void fails_trackBesideBothOthers() {
        String text = noWebRtc(tier("track: { cpuPercent: 60 }\n  scaleOut: { add: 1 }\n  scaleIn: { remove: 1 }"));
        assertThat(told(text))
                .containsExactlyInAnyOrder(
                        "streamManager.track: got track beside scaleOut, must be track alone, or scaleOut and scaleIn; "
                                + "remove one of them (live.yaml:10:3)",
                        "streamManager.track: got track beside scaleIn, must be track alone, or scaleOut and scaleIn; "
                                + "remove one of them (live.yaml:10:3)");
    }

    @Test
    void check_trackAlone_passes() {
        assertThat(told(tier("track: { cpuPercent: 60 }"))).isEmpty();
    }

    @Test
    void fails_scaleInAtScaleOutsLoad() {
        String text = noWebRtc(tier("scaleOut: { cpuPercent: 50 }\n  scaleIn: { cpuPercent: 50 }"));
        assertThat(told(text))
                .containsExactly("streamManager.scaleIn.cpuPercent: got 50, must be below scaleOut.cpuPercent (50); "
                        + "lower it (live.yaml:11:14)");
    }

    @Test
    void fails_scaleInAboveTheScaleOutOfNoKey() {
        assertThat(told(noWebRtc(tier("scaleIn: { cpuPercent: 80 }"))))
                .containsExactly("streamManager.scaleIn.cpuPercent: got 80, must be below scaleOut.cpuPercent (70); "
                        + "lower it (live.yaml:10:14)");
    }

    @Test
    void warns_scaleInThatWouldScaleOutAgain() {
        assertThat(told(noWebRtc(tier("scaleIn: { cpuPercent: 50 }"))))
                .containsExactly("warning: streamManager.scaleIn.cpuPercent: got 50, which is 75 on the 2 servers left "
                        + "after a removal, must be so low that their load stays below scaleOut.cpuPercent (70); "
                        + "lower it, or raise group.min (live.yaml:10:14)");
    }

    @Test
    void check_scaleInWellBelowScaleOut_passes() {
        assertThat(told(noWebRtc(tier("scaleIn: { cpuPercent: 45 }")))).isEmpty();
    }

    @Test
    void fails_groupThatStartsEmpty() {
        assertThat(told(with("min: 2, max: 6", "min: 0, max: 6")))
                .containsExactly(
                        "streamManager.group.min: got 0, must be at least 1, since a group without servers has no "
                                + "load by which to grow; raise it to 2, so that one server's loss is covered (live.yaml:9:12)");
    }

    @Test
    void check_emptyGroupThatASchedulesFills_passes() {
        String text = noWebRtc(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 },"
                + " night: { cron: 0 22 * * *, min: 0, max: 6 } }"));
        assertThat(told(change(text, "min: 2, max: 6 }\n  s", "min: 0, max: 6 }\n  s")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaleOut: { add: 1 }", "track: { cpuPercent: 60 }"})
    void warns_groupThatCannotGrow(String scaling) {
        assertThat(told(change(tier(scaling), "min: 2, max: 6", "min: 3, max: 3")))
                .containsExactly("warning: streamManager.group.max: got 3, the same as min, must be above min for "
                        + scaling.substring(0, scaling.indexOf(':'))
                        + " to have an effect; raise it (live.yaml:9:20)");
    }

    @Test
    void check_fixedGroupWithoutScaling_passes() {
        assertThat(told(with("min: 2, max: 6", "min: 3, max: 3"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 8 * * *",
                "*/5 * * * *",
                "0,30 6-22/2 1-7 * MON-FRI",
                "59 23 31 DEC *",
                "0 0 29 2 *",
                "0 0 * jan-mar sun",
                "0 0 31 2 MON",
                "0 0 * * 7",
                "5-55/10 0 1,15 */3 1,3,5"
            })
    void check_cron_passes(String cron) {
        assertThat(told(cron(cron))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 8 * * * | 60 as the minute",
                "0 24 * * * | 24 as the hour",
                "0 0 0 * * | 0 as the day of month",
                "0 0 32 * * | 32 as the day of month",
                "0 0 * 13 * | 13 as the month",
                "0 0 * * 8 | 8 as the day of week",
                "0 0 * * MONDAY | MONDAY as the day of week",
                "0 0 * FOO * | FOO as the month",
                "0 0 * * FRI-MON | FRI-MON as the day of week",
                "*/0 0 * * * | */0 as the minute",
                "5/10 0 * * * | 5/10 as the minute",
                "1,,2 0 * * * | 1,,2 as the minute",
                "10-5 0 * * * | 10-5 as the minute",
                "1-2-3 0 * * * | 1-2-3 as the minute",
                "** 0 * * * | ** as the minute"
            })
    void fails_cronFieldOutOfBounds(String cron, String given) {
        assertThat(told(cron(cron)))
                .singleElement()
                .asString()
                .startsWith("streamManager.schedule.day.cron: got " + given + ", must be numbers of ")
                .endsWith("steps such as */2, or * (live.yaml:10:22)");
    }

    @Test
    void fails_cronField_namesWhatTheFieldTakes() {
        assertThat(told(cron("0 0 * * 8")))
                .containsExactly(
                        "streamManager.schedule.day.cron: got 8 as the day of week, must be numbers of 0 to 7, "
                                + "names SUN to SAT, ranges such as 0-3, steps such as */2, or * (live.yaml:10:22)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 30 FEB *", "0 0 31 4,6,9,11 *", "0 0 31 FEB-FEB *"})
    void fails_cronOfADayThatNeverComes(String cron) {
        assertThat(told(cron(cron)))
                .containsExactly("streamManager.schedule.day.cron: got " + cron + ", must be a day that some month has "
                        + "(live.yaml:10:22)");
    }

    @Test
    void fails_cronOfSixFields() {
        assertThat(told(cron("0 8 * * * 2026")))
                .containsExactly(
                        "streamManager.schedule.day.cron: got 0 8 * * * 2026, must be five cron fields, such as "
                                + "0 8 * * MON-FRI (live.yaml:10:22)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/Argentina/Buenos_Aires",
                "Etc/GMT+9",
                "Europe/Kyiv",
                "US/Eastern"
            })
    void check_timeZone_passes(String zone) {
        assertThat(told(timeZone(zone))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin, did you mean Europe/Berlin?",
        "europe/berlin, did you mean Europe/Berlin?",
        "America/New-York, did you mean America/New_York?",
        "Europe/Atlantis, look it up in the IANA time zone database",
        "CEST, look it up in the IANA time zone database"
    })
    void fails_timeZoneThatIsNone(String zone, String todo) {
        assertThat(told(timeZone(zone)))
                .containsExactly(
                        "streamManager.schedule.day.timeZone: got " + zone + ", must be a time zone of the IANA "
                                + "database, such as Europe/Berlin; " + todo + " (live.yaml:10:39)");
    }

    @Test
    void fails_twoSchedulesAtOneTime() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * MON, min: 4, max: 6 },"
                        + " week: { cron: 0 8 * * mon, min: 2, max: 6 } }")))
                .containsExactly(
                        "streamManager.schedule.week.cron: got 0 8 * * mon, the time of day, must be a time of its "
                                + "own, since a group takes one action at a time; change one of them, or join the two "
                                + "(live.yaml:10:67)");
    }

    @Test
    void check_twoSchedulesAtOneTimeOfTwoZones_passes() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 },"
                        + " night: { cron: 0 8 * * *, timeZone: Asia/Tokyo, min: 2, max: 6 } }")))
                .isEmpty();
    }

    @Test
    void warns_scheduleWithoutAWayBack() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 4, max: 6 } }")))
                .containsExactly(
                        "warning: streamManager.schedule: got day alone, must be a pair, since nothing returns to "
                                + "the group's own min and max; add a schedule that sets the group's own again (live.yaml:10:3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval: 2s, timeout: 1s | interval: got 2s, must be 5s to 300s, the load balancer's own limits (live.yaml:10:13)",
                "timeout: 1s | timeout: got 1s, must be 2s to 120s, the load balancer's own limits (live.yaml:10:13)",
                "interval: 300s, timeout: 200s | timeout: got 200s, must be 2s to 120s, the load balancer's own limits (live.yaml:10:29)",
                "healthy: 1 | healthy: got 1, must be 2 to 10, the load balancer's own limits (live.yaml:10:13)",
                "unhealthy: 1 | unhealthy: got 1, must be 2 to 10, the load balancer's own limits (live.yaml:10:13)"
            })
    void fails_healthCheckBeyondTheLoadBalancers(String health, String message) {
        assertThat(told(noWebRtc(tier("health: { " + health + " }")))).contains("streamManager.health." + message);
    }

    @Test
    void check_healthCheckAtTheLoadBalancersEdges_passes() {
        assertThat(told(tier("health: { interval: 300s, timeout: 120s, healthy: 10, unhealthy: 10 }")))
                .isEmpty();
        assertThat(told(noWebRtc(tier("health: { interval: 5s, timeout: 2s, healthy: 2, unhealthy: 2 }"))))
                .isEmpty();
    }

    @Test
    void warns_graceBelowWarmUp() {
        assertThat(told(tier("warmUp: 10m")))
                .containsExactly(
                        "warning: streamManager.health.grace: got 5m, must be at least warmUp (10m); raise it, "
                                + "or a server that still starts is replaced (live.yaml:6:1)");
    }

    @Test
    void check_graceOfWarmUp_passes() {
        assertThat(told(tier("warmUp: 10m\n  health: { grace: 10m }"))).isEmpty();
    }
}
