package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.spec.NamedTier;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Warns of health checks so quick that a short stall costs sessions: nothing protects a server from being replaced once
 * its load balancer calls it unhealthy.
 */
final class SlowHealthChecksWithWebRtc implements Rule {
    private static final Duration LEAST = Duration.ofMinutes(1);

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> spec.webrtc() && patience(named).compareTo(LEAST) < 0)
                .map(named -> Violation.at(named.path("health.unhealthy"))
                        .given(named.tier().health().unhealthy() + " checks, " + Durations.format(patience(named))
                                + " in all, with webrtc: true")
                        .allowed("at least " + Durations.format(LEAST)
                                + " in all, since a server is replaced with its sessions")
                        .todo("raise unhealthy or interval")
                        .asWarning());
    }

    private static Duration patience(NamedTier named) {
        Health health = named.tier().health();
        return health.interval().multipliedBy(health.unhealthy());
    }
}
