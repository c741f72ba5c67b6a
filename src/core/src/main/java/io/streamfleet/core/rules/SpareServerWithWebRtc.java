package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** Warns of a lone server: its loss, or its zone's, cuts every session until another has started. */
final class SpareServerWithWebRtc implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named -> spec.webrtc() && named.tier().group().min() == 1)
                .map(named -> Violation.at(named.path("group.min"))
                        .given("1 with webrtc: true")
                        .allowed("at least 2, or the loss of one cuts every session")
                        .todo("raise it")
                        .asWarning());
    }
}
