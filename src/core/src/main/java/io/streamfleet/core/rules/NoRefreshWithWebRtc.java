package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Rollout;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a new image from replacing servers that carry WebRTC sessions.
 *
 * <p>On AWS, an instance refresh of a group whose instances are protected from scale-in either skips them all and reports
 * success, or waits an hour for them and fails; without the protection it cuts their sessions.
 * Groups on Google Cloud have no such protection at all.
 */
final class NoRefreshWithWebRtc implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> spec.webrtc() && named.tier().rollout().equals(Optional.of(Rollout.REFRESH)))
                .map(named -> Violation.at(named.path("rollout"))
                        .given("refresh with webrtc: true")
                        .allowed((waitsForIdle(spec) ? "idle or keep" : "keep") + ", or webrtc: false")
                        .todo(
                                waitsForIdle(spec)
                                        ? "take idle: it replaces a server once it has no session"
                                        : "remove the key: new servers get the new image"));
    }

    private static boolean waitsForIdle(ClusterSpec spec) {
        return Rollout.IDLE.isOn(spec.cloud().kind());
    }
}
