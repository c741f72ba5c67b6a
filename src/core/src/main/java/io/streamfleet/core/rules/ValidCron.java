package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.value.CronField;
import java.util.stream.Stream;

/**
 * Keeps to what EC2 Auto Scaling takes as a recurrence: five cron fields, each within its bounds, on a day that exists.
 */
final class ValidCron implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product().tiers().flatMap(named -> named.tier().schedule().entrySet().stream()
                .flatMap(entry -> CronField.problemsOf(entry.getValue().cron())
                        .map(problem -> problem.under(named.path("schedule." + entry.getKey() + ".cron")))));
    }
}
