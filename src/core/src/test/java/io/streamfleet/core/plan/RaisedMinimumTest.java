package io.streamfleet.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Schedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaisedMinimumTest {
    private static final Group GROUP = new Group(2, 6);

    @Test
    void of_dayAndNight_raisesOverTheDay() {
        Map<String, Schedule> schedules = schedules("day", at("0 8 * * *", 4), "night", at("30 20 * * *", 2));

        assertThat(RaisedMinimum.of(GROUP, schedules))
                .containsExactly(new RaisedMinimum("day", schedules.get("day"), Duration.ofMinutes(750)));
    }

    @Test
    void of_weekend_lastsUntilMonday() {
        Map<String, Schedule> schedules = schedules("weekend", at("0 18 * * FRI", 5), "week", at("0 6 * * 1", 2));

        assertThat(RaisedMinimum.of(GROUP, schedules))
                .extracting(RaisedMinimum::duration)
                .containsExactly(Duration.ofHours(60));
    }

    @Test
    void of_workingDays_comeBackEachEvening() {
        Map<String, Schedule> schedules = schedules(
                "day", at("0 8 * * MON-FRI", 4), "peak", at("0 18 * * MON-FRI", 6), "night", at("0 22 * * *", 2));

        assertThat(RaisedMinimum.of(GROUP, schedules))
                .extracting(RaisedMinimum::name, RaisedMinimum::duration)
                .containsExactly(tuple("day", Duration.ofHours(10)), tuple("peak", Duration.ofHours(4)));
    }

    @Test
    void of_none_isNone() {
        assertThat(RaisedMinimum.of(GROUP, Map.of())).isEmpty();
    }

    @Test
    void fails_otherMaximumAndLowerMinimum_namesBoth() {
        assertThat(messages(schedules("day", new Schedule("0 8 * * *", "UTC", 4, 8), "night", at("0 20 * * *", 1))))
                .containsExactly(
                        "day.max: got 8, must be the group's (6), which no schedule on Google Cloud changes",
                        "night.min: got 1, must be at least the group's (2), since a schedule on Google Cloud raises it for a"
                                + " while and lowers nothing; lower group.min, and raise it by schedules");
    }

    @Test
    void fails_lengthsThatDiffer_namesThem() {
        assertThat(messages(schedules("day", at("0 8 * * *", 4), "night", at("0 20 * * MON-FRI", 2))))
                .containsExactly(
                        "day.cron: got 0 8 * * *, which lasts 12h to 1d until the next schedule, must be a time"
                                + " that always lasts the same, since Google Cloud takes a start and a duration; write one schedule"
                                + " for each length");
    }

    @Test
    void fails_lessThanFiveMinutes_namesIt() {
        assertThat(messages(schedules("often", at("* * * * *", 4))))
                .containsExactly(
                        "often.cron: got * * * * *, which lasts 1m until the next schedule, must be a time that"
                                + " lasts 5m or more");
    }

    @Test
    void fails_twoTimeZones_namesTheSecond() {
        assertThat(messages(schedules(
                        "day", at("0 8 * * *", 4), "night", new Schedule("0 20 * * *", "Europe/Berlin", 2, 6))))
                .containsExactly(
                        "night.timeZone: got Europe/Berlin, must be that of the other schedules (UTC), since on"
                                + " Google Cloud each lasts until the next begins");
    }

    @Test
    void fails_of_whatCannotBe() {
        Map<String, Schedule> schedules = schedules("night", at("0 20 * * *", 1));

        assertThatThrownBy(() -> RaisedMinimum.of(GROUP, schedules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("night.min: got 1");
    }

    @Test
    void violations_timesThatAreNone_areOthersToTell() {
        assertThat(messages(schedules("never", at("0 8 31 FEB *", 4)))).isEmpty();
    }

    private static List<String> messages(Map<String, Schedule> schedules) {
        return RaisedMinimum.violations(GROUP, schedules)
                .map(Violation::toString)
                .toList();
    }

    private static Schedule at(String cron, int min) {
        return new Schedule(cron, "UTC", min, 6);
    }

    private static Map<String, Schedule> schedules(Object... namesAndSchedules) {
        var schedules = new LinkedHashMap<String, Schedule>();
        for (int i = 0; i < namesAndSchedules.length; i += 2) {
            schedules.put((String) namesAndSchedules[i], (Schedule) namesAndSchedules[i + 1]);
        }
        return schedules;
    }
}
