package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps the checks of the nodes' own load balancer to what Azure's takes: not oftener than every 5 s. */
final class IntervalOfNodeEntry implements Red5OnAzureRule {
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        Duration interval = cluster.tier().health().interval();
        return Stream.of(Violation.at(Red5View.path("health.interval"))
                        .given(Durations.format(interval) + " with entry.nodePath: internal")
                        .allowed("at least " + Durations.format(SHORTEST) + ", the limit of the nodes' load balancer")
                        .todo("raise it"))
                .filter(violation ->
                        cluster.nodePath() instanceof NodePath.Internal && interval.compareTo(SHORTEST) < 0);
    }
}
