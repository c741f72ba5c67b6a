package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Warns of a short idle timeout: a WebRTC client's WebSocket is silent for as long as nothing changes, and the load
 * balancer cuts it then. The vendor's guide never mentions the timeout; AWS's default of 60 s cuts within a minute.
 */
final class LongSessionsWithWebRtc implements Rule {
    private static final Duration LEAST = Duration.ofHours(1);

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return Stream.of(spec.product())
                .filter(Red5.class::isInstance)
                .map(product -> ((Red5) product).entry().onCloud().sessionTimeout())
                .filter(timeout -> spec.webrtc() && timeout.compareTo(LEAST) < 0)
                .map(timeout -> Violation.at("entry.sessionTimeout")
                        .given(Durations.format(timeout) + " with webrtc: true")
                        .allowed("at least " + Durations.format(LEAST) + ", or silent WebSockets are cut")
                        .todo("leave the key out for the longest that the cloud allows")
                        .asWarning());
    }
}
