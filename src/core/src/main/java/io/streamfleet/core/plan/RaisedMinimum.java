package io.streamfleet.core.plan;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.Cron;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schedule as Google Cloud takes it: from a time on, for a duration, a group has a higher minimum.
 *
 * <p>A description's schedules set a group's bounds until the next one sets others. That is the same where each raises the
 * minimum, or sets the group's own again, and where the time until the next is always the same. Two nights a year have an
 * hour more or less than others, and a raise over one of them ends that much early or late.
 *
 * @param name the schedule's name
 * @param schedule what the description says of it
 * @param duration time until the next schedule
 */
public record RaisedMinimum(String name, Schedule schedule, Duration duration) {
    /**
     * Google takes no shorter one.
     *
     * @see <a href="https://cloud.google.com/compute/docs/autoscaler/scaling-schedules">Scaling schedules</a>
     */
    private static final Duration SHORTEST = Duration.ofSeconds(300);

    /** A Monday; after four years the days of month come with the days of week that they have not come with before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private static final int DAYS = 4 * 365 + 1;

    /** What comes every few minutes shows all it has within days. */
    private static final int MOST_TIMES = 100_000;

    /**
     * Returns the raises that a group's schedules are.
     *
     * @throws IllegalArgumentException when {@link #violations} has some
     */
    public static List<RaisedMinimum> of(Group group, Map<String, Schedule> schedules) {
        violations(group, schedules).findFirst().ifPresent(found -> {
            throw new IllegalArgumentException(found.toString());
        });
        var raised = new ArrayList<RaisedMinimum>();
        TreeSet<LocalDateTime> changes = changes(schedules);
        schedules.forEach((name, schedule) -> {
            if (schedule.min() > group.min()) {
                raised.add(new RaisedMinimum(
                        name, schedule, durations(schedule, changes).first()));
            }
        });
        return raised;
    }

    /**
     * Returns what Google Cloud cannot do of a group's schedules, with paths below them. Schedules whose times are none are
     * passed over.
     */
    public static Stream<Violation> violations(Group group, Map<String, Schedule> schedules) {
        var known = new TreeMap<String, Schedule>();
        schedules.forEach((name, schedule) -> {
            if (Cron.isValid(schedule.cron())) {
                known.put(name, schedule);
            }
        });
        List<String> zones =
                known.values().stream().map(Schedule::timeZone).distinct().toList();
        TreeSet<LocalDateTime> changes = zones.size() > 1 ? new TreeSet<>() : changes(known);
        var found = Stream.<Violation>builder();
        known.forEach((name, schedule) -> {
            if (schedule.min() < group.min()) {
                found.add(Violation.at(name + ".min")
                        .given(schedule.min())
                        .allowed("at least the group's (" + group.min()
                                + "), since a schedule on Google Cloud raises it for a while and lowers nothing")
                        .todo("lower group.min, and raise it by schedules"));
            }
            if (schedule.max() != group.max()) {
                found.add(Violation.at(name + ".max")
                        .given(schedule.max())
                        .allowed("the group's (" + group.max() + "), which no schedule on Google Cloud changes"));
            }
            if (zones.size() > 1 && !schedule.timeZone().equals(zones.get(0))) {
                found.add(Violation.at(name + ".timeZone")
                        .given(schedule.timeZone())
                        .allowed("that of the other schedules (" + zones.get(0)
                                + "), since on Google Cloud each lasts until the next begins"));
            }
            if (zones.size() == 1 && schedule.min() > group.min()) {
                lengths(name, schedule, changes).ifPresent(found::add);
            }
        });
        return found.build();
    }

    private static Optional<Violation> lengths(String name, Schedule schedule, TreeSet<LocalDateTime> changes) {
        TreeSet<Duration> durations = durations(schedule, changes);
        if (durations.size() > 1) {
            return Optional.of(Violation.at(name + ".cron")
                    .given(schedule.cron() + ", which lasts " + Durations.format(durations.first()) + " to "
                            + Durations.format(durations.last()) + " until the next schedule")
                    .allowed("a time that always lasts the same, since Google Cloud takes a start and a duration")
                    .todo("write one schedule for each length"));
        }
        if (!durations.isEmpty() && durations.first().compareTo(SHORTEST) < 0) {
            return Optional.of(Violation.at(name + ".cron")
                    .given(schedule.cron() + ", which lasts " + Durations.format(durations.first())
                            + " until the next schedule")
                    .allowed("a time that lasts " + Durations.format(SHORTEST) + " or more"));
        }
        return Optional.empty();
    }

    /** Returns how long a schedule lasts, over all the times that it comes. */
    private static TreeSet<Duration> durations(Schedule schedule, TreeSet<LocalDateTime> changes) {
        var durations = new TreeSet<Duration>();
        if (!changes.isEmpty()) {
            Cron.parse(schedule.cron())
                    .from(FIRST_DAY)
                    .takeWhile(start -> start.isBefore(changes.last()))
                    .forEach(start -> durations.add(Duration.between(start, changes.higher(start))));
        }
        return durations;
    }

    private static TreeSet<LocalDateTime> changes(Map<String, Schedule> schedules) {
        var crons = schedules.values().stream()
                .map(schedule -> Cron.parse(schedule.cron()))
                .toList();
        int often = crons.stream().mapToInt(Cron::timesADay).max().orElse(1);
        LocalDateTime end =
                FIRST_DAY.plusDays(Math.min(DAYS, MOST_TIMES / often)).atStartOfDay();
        var changes = new TreeSet<LocalDateTime>();
        crons.forEach(cron ->
                cron.from(FIRST_DAY).takeWhile(time -> time.isBefore(end)).forEach(changes::add));
        return changes;
    }
}
