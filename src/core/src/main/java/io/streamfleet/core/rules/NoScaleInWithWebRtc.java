package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/**
 * Keeps load from removing a server that carries WebRTC sessions: the session lives on that server for as long as the
 * stream, and ends with it.
 *
 * <p>The vendor's guide for AWS says to leave scale-in out with WebRTC. Protecting every server from scale-in does not
 * help: the alarm then lowers the desired capacity, nothing is terminated, and later scale-outs start nothing.
 */
final class NoScaleInWithWebRtc implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> spec.webrtc() && named.tier().onCloud().scalesIn())
                .map(named -> Violation.at(named.path("scaleIn"))
                        .given("scale-in with webrtc: true")
                        .allowed("no scaleIn, or webrtc: false")
                        .todo("remove scaleIn; drain.retireAfter removes idle servers instead"));
    }
}
