package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Schedule;
import java.util.stream.Stream;

/** Warns of a schedule without a way back: a group keeps the bounds that a schedule sets until another sets others. */
final class ScheduleReturns implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> named.tier().schedule().size() == 1)
                .flatMap(named -> named.tier().schedule().entrySet().stream()
                        .filter(entry -> differs(named.tier().group(), entry.getValue()))
                        .map(entry -> Violation.at(named.path("schedule"))
                                .given(entry.getKey() + " alone")
                                .allowed("a pair, since nothing returns to the group's own min and max")
                                .todo("add a schedule that sets the group's own again")
                                .asWarning()));
    }

    private static boolean differs(Group group, Schedule schedule) {
        return group.min() != schedule.min() || group.max() != schedule.max();
    }
}
