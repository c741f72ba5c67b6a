package io.streamfleet.core.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupChecksTest {
    @ParameterizedTest
    @EnumSource
    void violations_groupThatKeepsItsServers_none(Cloud cloud) {
        assertThat(GroupChecks.violations(cloud, true, false, Rollout.KEEP)).isEmpty();
        assertThat(GroupChecks.violations(cloud, false, true, Rollout.REFRESH)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fails_longSessions_withWhatCutsThem(Cloud cloud) {
        assertThat(GroupChecks.violations(cloud, true, true, Rollout.REFRESH))
                .extracting(Violation::path, Violation::given)
                .containsExactly(
                        tuple("rollout", "refresh with long sessions"),
                        tuple("scaling", "scale-in with long sessions"));
    }

    @Test
    void fails_idle_whereNoServerCanBeHeldBack() {
        assertThat(GroupChecks.violations(Cloud.AWS, true, false, Rollout.IDLE)).isEmpty();
        assertThat(GroupChecks.violations(Cloud.GOOGLE, true, false, Rollout.IDLE))
                .extracting(Violation::message)
                .containsExactly(
                        "rollout: got idle, must be keep or refresh, since no server of a managed instance group"
                                + " can be held back");
        assertThat(GroupChecks.violations(Cloud.AZURE, false, false, Rollout.IDLE))
                .extracting(Violation::message)
                .containsExactly(
                        "rollout: got idle, must be keep or refresh, since no server of a scale set can be held back");
    }

    @Test
    void fails_schedule_thatLowersTheMaximum() {
        var schedules = Map.of("night", new Schedule("0 0 * * *", "UTC", 1, 4));

        assertThat(GroupChecks.loweredMaxima(new Group(2, 4), schedules)).isEmpty();
        assertThat(GroupChecks.loweredMaxima(null, schedules)).isEmpty();
        assertThat(GroupChecks.loweredMaxima(new Group(2, 5), schedules))
                .extracting(Violation::message)
                .containsExactly("schedules.night.max: got 4, must be the largest max of all (5), with long sessions;"
                        + " lower min alone: a maximum that falls ends sessions, or keeps servers out");
    }
}
