package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps to what an Application Load Balancer takes of a health check: 5-300 s, a timeout of 2-120 s, 2-10 checks. */
final class HealthCheckOfLoadBalancer implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        Health health = cluster.tier().health();
        return Stream.of(
                        duration("interval", health.interval(), 5, 300),
                        duration("timeout", health.timeout(), 2, 120),
                        count("healthy", health.healthy()),
                        count("unhealthy", health.unhealthy()))
                .flatMap(Optional::stream);
    }

    private static Optional<Violation> duration(String key, Duration given, int least, int most) {
        return outside(key, given.toSeconds(), Durations.format(given), least, most, "s");
    }

    private static Optional<Violation> count(String key, int given) {
        return outside(key, given, String.valueOf(given), 2, 10, "");
    }

    private static Optional<Violation> outside(String key, long value, String given, int least, int most, String unit) {
        if (value >= least && value <= most) {
            return Optional.empty();
        }
        return Optional.of(Violation.at(Red5View.path("health." + key))
                .given(given)
                .allowed(least + unit + " to " + most + unit + ", the load balancer's own limits"));
    }
}
