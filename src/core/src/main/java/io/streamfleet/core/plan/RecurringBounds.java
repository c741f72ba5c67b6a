package io.streamfleet.core.plan;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.CronField;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A schedule as Azure takes it: on days of the week, at one time of the day, a group gets other bounds, which hold until
 * the next one.
 *
 * @param name the schedule's name
 * @param schedule what the description says of it
 * @param days days of the week, Monday first
 * @param hour hour of the day, 0 to 23
 * @param minute minute of the hour, 0 to 59
 * @param timeZone Windows' name of the schedule's time zone, such as {@code W. Europe Standard Time}
 */
public record RecurringBounds(
        String name, Schedule schedule, List<DayOfWeek> days, int hour, int minute, String timeZone) {
    /** Azure's limit of 20 profiles, less the one that holds where no schedule does. */
    private static final int MOST = 19;

    public RecurringBounds {
        days = List.copyOf(days);
    }

    /**
     * Returns the changes of bounds that a group's schedules are.
     *
     * @throws IllegalArgumentException when {@link #violations} has some
     */
    public static List<RecurringBounds> of(Map<String, Schedule> schedules) {
        violations(schedules).findFirst().ifPresent(found -> {
            throw new IllegalArgumentException(found.toString());
        });
        return schedules.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static RecurringBounds of(String name, Schedule schedule) {
        return new RecurringBounds(
                name,
                schedule,
                days(schedule),
                values(schedule, CronField.HOUR).nextSetBit(0),
                values(schedule, CronField.MINUTE).nextSetBit(0),
                WindowsTimeZones.nameOf(schedule.timeZone()).orElseThrow());
    }

    /**
     * Returns what Azure cannot do of a group's schedules, with paths below them. Schedules whose times are none are passed
     * over.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings">Azure
     *     Monitor autoscale settings</a>
     */
    public static Stream<Violation> violations(Map<String, Schedule> schedules) {
        Stream<Violation> tooMany = Stream.of(Violation.at("")
                        .given(schedules.size() + " schedules")
                        .allowed("at most " + MOST + ", since a scale set on Azure has 20 profiles")
                        .todo("remove some"))
                .filter(violation -> schedules.size() > MOST);
        return Stream.concat(
                tooMany, schedules.entrySet().stream().flatMap(each -> violations(each.getKey(), each.getValue())));
    }

    private static Stream<Violation> violations(String name, Schedule schedule) {
        if (CronField.problemsOf(schedule.cron()).findAny().isPresent()) {
            return Stream.empty();
        }
        Stream<Violation> time = Stream.of(Violation.at(name + ".cron")
                        .given(schedule.cron())
                        .allowed("one time of the day on days of the week, such as 30 18 * * MON-FRI, since Azure takes"
                                + " nothing else")
                        .todo("write one schedule for each time"))
                .filter(violation -> !isWeekly(schedule));
        Stream<Violation> zone = Stream.of(Violation.at(name + ".timeZone")
                        .given(schedule.timeZone())
                        .allowed("a time zone that Windows has a name for, since Azure takes that")
                        .todo("take one of the same time, such as Europe/Berlin"))
                .filter(violation ->
                        WindowsTimeZones.nameOf(schedule.timeZone()).isEmpty());
        return Stream.concat(time, zone);
    }

    private static boolean isWeekly(Schedule schedule) {
        return values(schedule, CronField.MINUTE).cardinality() == 1
                && values(schedule, CronField.HOUR).cardinality() == 1
                && values(schedule, CronField.DAY_OF_MONTH).cardinality() == 31
                && values(schedule, CronField.MONTH).cardinality() == 12;
    }

    private static List<DayOfWeek> days(Schedule schedule) {
        BitSet days = values(schedule, CronField.DAY_OF_WEEK);
        return Stream.of(DayOfWeek.values())
                .filter(day -> days.get(day.getValue()) || day == DayOfWeek.SUNDAY && days.get(0))
                .toList();
    }

    private static BitSet values(Schedule schedule, CronField field) {
        return Optional.of(schedule.cron().split(" ")[field.ordinal()])
                .flatMap(field::valuesOf)
                .orElseThrow();
    }
}
