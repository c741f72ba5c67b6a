package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.RaisedMinimum;
import java.util.stream.Stream;

/**
 * Keeps schedules to what Google's are: each raises the group's minimum, for a time that is always the same and at least
 * 300 s, and none changes the maximum.
 */
final class SchedulesRaiseMinimum implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return RaisedMinimum.violations(cluster.tier().group(), cluster.tier().schedule())
                .map(violation -> violation.under(Red5View.path("schedule")));
    }
}
