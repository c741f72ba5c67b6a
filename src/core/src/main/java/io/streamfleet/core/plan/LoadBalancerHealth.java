package io.streamfleet.core.plan;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What an Application Load Balancer of AWS takes of a health check: 5 to 300 s, a timeout of 2 to 120 s, 2 to 10 checks.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">Health
 *     checks of target groups</a>
 */
public final class LoadBalancerHealth {
    private LoadBalancerHealth() {}

    /** Returns what it does not take of a check, with paths below the check's. */
    public static Stream<Violation> violations(Health health) {
        return Stream.of(
                        duration("interval", health.interval(), 5, 300),
                        duration("timeout", health.timeout(), 2, 120),
                        count("healthy", health.healthy()),
                        count("unhealthy", health.unhealthy()))
                .flatMap(found -> found);
    }

    private static Stream<Violation> duration(String path, Duration given, int least, int most) {
        return outside(path, given.toSeconds(), Durations.format(given), least, most, "s");
    }

    private static Stream<Violation> count(String path, int given) {
        return outside(path, given, String.valueOf(given), 2, 10, "");
    }

    private static Stream<Violation> outside(String path, long value, String given, int least, int most, String unit) {
        return value >= least && value <= most
                ? Stream.empty()
                : Stream.of(Violation.at(path)
                        .given(given)
                        .allowed(least + unit + " to " + most + unit + ", the load balancer's own limits"));
    }
}
