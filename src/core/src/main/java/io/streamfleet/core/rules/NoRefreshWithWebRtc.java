package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Rollout;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a new image from replacing servers that carry WebRTC sessions.
 *
 * <p>An instance refresh of a group whose instances are protected from scale-in either skips them all and reports
 * success, or waits an hour for them and fails; without the protection it cuts their sessions.
 */
final class NoRefreshWithWebRtc implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> spec.webrtc() && named.tier().rollout().equals(Optional.of(Rollout.REFRESH)))
                .map(named -> Violation.at(named.path("rollout"))
                        .given("refresh with webrtc: true")
                        .allowed("idle or keep, or webrtc: false")
                        .todo("take idle: it replaces a server once it has no session"));
    }
}
