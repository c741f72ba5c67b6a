package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Range;
import java.util.Map;

/** Sets a group's bounds at set times. */
public record Schedule(
        @Doc("When: minute, hour, day of month, month, day of week.")
        @Matches(
                value = "[0-9*,/-]+ [0-9*,/-]+ [0-9*,/-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/-]+",
                is = "five cron fields, such as 0 8 * * MON-FRI")
        @Example("0 8 * * MON-FRI")
        String cron,

        @Doc("Time zone of cron.")
        @Default("UTC")
        @Matches(value = "[A-Za-z][A-Za-z0-9_+/-]{0,63}", is = "an IANA time zone, such as Europe/Berlin")
        String timeZone,

        @Doc("Smallest number of servers from then on.") @Range(min = "0", max = "1000") @Example("4")
        int min,

        @Doc("Largest number of servers from then on.") @Range(min = "0", max = "1000") @Example("6")
        int max) {
    public Schedule {
        new Check(Schedule.class, cron, timeZone, min, max).ordered(min, max).orThrow();
    }

    /** Returns the largest maximum that a group ever has: its own, or one of its schedules'. */
    public static int largestMaximum(int own, Map<String, Schedule> schedules) {
        return schedules.values().stream().mapToInt(Schedule::max).reduce(own, Math::max);
    }
}
