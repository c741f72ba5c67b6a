package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/** Warns of a short drain: when a server leaves, the load balancer breaks what is still connected after it. */
final class LongDrainWithWebRtc implements Rule {
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return Stream.of(spec.product())
                .filter(Red5.class::isInstance)
                .map(product -> ((Red5) product).entry().drain())
                .filter(drain -> spec.webrtc() && drain.compareTo(LONGEST) < 0)
                .map(drain -> told(drain, spec.cloud().kind()));
    }

    /** On Azure, no drain is draining turned off, and every change of the gateway's servers then cuts sessions. */
    private static Violation told(Duration drain, Cloud cloud) {
        Violation violation = Violation.at("entry.drain")
                .given(Durations.format(drain) + " with webrtc: true")
                .allowed(Durations.format(LONGEST) + ", the longest, or sessions are cut when a server leaves")
                .todo("leave the key out");
        return cloud == Cloud.AZURE && drain.isZero() ? violation : violation.asWarning();
    }
}
