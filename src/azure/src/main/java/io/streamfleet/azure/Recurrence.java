package io.streamfleet.azure;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.CronField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A time of the week at which a group's bounds change, as Azure takes it: days, one hour, one minute. The bounds then hold
 * until the next such time, as a description's schedules say.
 *
 * @param name its name among those of a group
 * @param days names of the days
 * @param hour hour of the day
 * @param minute minute of the hour
 * @param timeZone Azure's name of the time zone
 * @param schedule the bounds
 */
record Recurrence(String name, List<String> days, int hour, int minute, String timeZone, Schedule schedule) {
    /** Azure's limit, of which one is the profile that holds where no schedule does. */
    static final int MOST = 19;

    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    /** Returns the times of a group's schedules, which {@link #violations} has nothing against. */
    static List<Recurrence> of(Map<String, Schedule> schedules) {
        var times = new ArrayList<Recurrence>();
        schedules.forEach((name, schedule) -> times.addAll(of(name, schedule)));
        return times;
    }

    private static List<Recurrence> of(String name, Schedule schedule) {
        String[] fields = schedule.cron().split(" ");
        List<Integer> minutes = values(CronField.MINUTE, fields);
        List<Integer> hours = values(CronField.HOUR, fields);
        List<String> days = values(CronField.DAY_OF_WEEK, fields).stream()
                .map(day -> day % DAYS.size())
                .distinct()
                .sorted()
                .map(DAYS::get)
                .toList();
        var times = new ArrayList<Recurrence>();
        for (int hour : hours) {
            for (int minute : minutes) {
                String own = hours.size() * minutes.size() == 1 ? name : "%s-%02d%02d".formatted(name, hour, minute);
                times.add(new Recurrence(
                        own,
                        days,
                        hour,
                        minute,
                        TimeZones.onAzure(schedule.timeZone()).orElseThrow(),
                        schedule));
            }
        }
        return times;
    }

    private static List<Integer> values(CronField field, String[] fields) {
        return field.valuesOf(fields[field.ordinal()]).orElseGet(BitSet::new).stream()
                .boxed()
                .toList();
    }

    /** Returns what Azure cannot do of a group's schedules, with paths below them. */
    static Stream<Violation> violations(Map<String, Schedule> schedules) {
        var found = Stream.<Violation>builder();
        int[] times = {0};
        schedules.forEach((name, schedule) -> {
            String[] fields = schedule.cron().split(" ");
            boolean isWeekly = fields.length == CronField.values().length
                    && fields[CronField.DAY_OF_MONTH.ordinal()].equals("*")
                    && fields[CronField.MONTH.ordinal()].equals("*");
            if (!isWeekly) {
                found.add(Violation.at(name + ".cron")
                        .given(schedule.cron())
                        .allowed("one of every month, since Azure's schedules are of the week"));
            } else {
                times[0] += values(CronField.HOUR, fields).size()
                        * values(CronField.MINUTE, fields).size();
            }
            if (TimeZones.onAzure(schedule.timeZone()).isEmpty()) {
                found.add(Violation.at(name + ".timeZone")
                        .given(schedule.timeZone())
                        .allowed("a time zone that is known by Azure's name too, such as UTC or Europe/Berlin")
                        .todo("take a city of the same time"));
            }
        });
        if (times[0] > MOST) {
            found.add(Violation.at("").given(times[0] + " times of the week").allowed("at most " + MOST));
        }
        return found.build();
    }
}
