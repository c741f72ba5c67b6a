package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.RecurringBounds;
import io.streamfleet.core.spec.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps schedules to what Azure's are: on days of the week, in a time zone that autoscaling has a name for. */
final class SchedulesOfDaysOfTheWeek implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        Map<String, Schedule> known = new LinkedHashMap<>(cluster.tier().schedule());
        known.values().removeIf(schedule -> !KnownTimeZone.isKnown(schedule.timeZone()));
        return RecurringBounds.violations(known).map(violation -> violation.under(Red5View.path("schedule")));
    }
}
