package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps the grace of a new server to the hour that a managed instance group waits at most. */
final class GraceOfGroup implements Red5OnGoogleRule {
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        Duration grace = cluster.tier().health().grace();
        return Stream.of(Violation.at(Red5View.path("health.grace"))
                        .given(Durations.format(grace))
                        .allowed("at most " + Durations.format(LONGEST)
                                + ", the longest that a managed instance group waits"))
                .filter(violation -> grace.compareTo(LONGEST) > 0);
    }
}
