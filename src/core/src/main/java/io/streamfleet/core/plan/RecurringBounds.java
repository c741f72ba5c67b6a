package io.streamfleet.core.plan;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.CronField;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A schedule as Azure takes it: on days of the week, at one time of the day, a group gets other bounds, which hold until
 * the next one. A schedule of several times of the day is one of each.
 *
 * @param name the schedule's name, with the time behind it where it has several
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
                .flatMap(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stream<RecurringBounds> of(String name, Schedule schedule) {
        List<DayOfWeek> days = days(schedule);
        String zone = WindowsTimeZones.nameOf(schedule.timeZone()).orElseThrow();
        boolean isOne = times(schedule) == 1;
        return values(schedule, CronField.HOUR).stream()
                .boxed()
                .flatMap(hour -> values(schedule, CronField.MINUTE).stream()
                        .mapToObj(minute -> new RecurringBounds(
                                isOne ? name : String.format(Locale.ROOT, "%s-%02d%02d", name, hour, minute),
                                schedule,
                                days,
                                hour,
                                minute,
                                zone)));
    }

    /**
     * Returns what Azure cannot do of a group's schedules, with paths below them. Schedules whose times are none are passed
     * over.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings">Azure
     *     Monitor autoscale settings</a>
     */
    public static Stream<Violation> violations(Map<String, Schedule> schedules) {
        int times = schedules.values().stream()
                .filter(schedule -> isCron(schedule) && isWeekly(schedule))
                .mapToInt(RecurringBounds::times)
                .sum();
        Stream<Violation> tooMany = Stream.of(Violation.at("")
                        .given(times + " times of the week")
                        .allowed("at most " + MOST + ", since a scale set on Azure has 20 profiles")
                        .todo("remove some"))
                .filter(violation -> times > MOST);
        return Stream.concat(
                tooMany,
                schedules.entrySet().stream()
                        .filter(each -> isCron(each.getValue()))
                        .flatMap(each -> violations(each.getKey(), each.getValue())));
    }

    private static Stream<Violation> violations(String name, Schedule schedule) {
        Stream<Violation> days = Stream.of(Violation.at(name + ".cron")
                        .given(schedule.cron())
                        .allowed("on days of the week, such as 30 18 * * MON-FRI, since Azure knows no others")
                        .todo("leave day of month and month at *"))
                .filter(violation -> !isWeekly(schedule));
        Stream<Violation> zone = Stream.of(Violation.at(name + ".timeZone")
                        .given(schedule.timeZone())
                        .allowed("a time zone that Azure's autoscaling has a name for")
                        .todo("take a city of the same time"))
                .filter(violation ->
                        WindowsTimeZones.nameOf(schedule.timeZone()).isEmpty());
        return Stream.concat(days, zone);
    }

    private static boolean isCron(Schedule schedule) {
        return CronField.problemsOf(schedule.cron()).findAny().isEmpty();
    }

    private static boolean isWeekly(Schedule schedule) {
        return values(schedule, CronField.DAY_OF_MONTH).cardinality() == 31
                && values(schedule, CronField.MONTH).cardinality() == 12;
    }

    private static int times(Schedule schedule) {
        return values(schedule, CronField.HOUR).cardinality()
                * values(schedule, CronField.MINUTE).cardinality();
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
