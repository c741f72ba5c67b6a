package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NamedTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps two schedules off one moment: EC2 Auto Scaling refuses a second action at the time of another. */
final class SchedulesApart implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product().tiers().flatMap(SchedulesApart::checkTier);
    }

    private static Stream<Violation> checkTier(NamedTier named) {
        Map<String, String> firstAt = new HashMap<>();
        List<Violation> found = new ArrayList<>();
        named.tier().schedule().forEach((name, schedule) -> {
            String when = schedule.cron().toUpperCase(Locale.ROOT) + " " + schedule.timeZone();
            String first = firstAt.putIfAbsent(when, name);
            if (first != null) {
                found.add(Violation.at(named.path("schedule." + name + ".cron"))
                        .given(schedule.cron() + ", the time of " + first)
                        .allowed("a time of its own, since a group takes one action at a time")
                        .todo("change one of them, or join the two"));
            }
        });
        return found.stream();
    }
}
