package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps the grace of a new server to what a scale set's repairs wait, 10 to 90 whole minutes. */
final class GraceOfRepairs implements Red5OnAzureRule {
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofMinutes(90);

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        Duration grace = cluster.tier().health().grace();
        return Stream.of(Violation.at(Red5View.path("health.grace"))
                        .given(Durations.format(grace))
                        .allowed(Durations.format(LEAST) + " to " + Durations.format(MOST)
                                + ", in whole minutes, as long as a scale set's repairs wait"))
                .filter(violation ->
                        grace.compareTo(LEAST) < 0 || grace.compareTo(MOST) > 0 || grace.toSeconds() % 60 != 0);
    }
}
