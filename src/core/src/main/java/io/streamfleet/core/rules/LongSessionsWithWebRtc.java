package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Warns of a short session timeout: AWS and Azure cut a WebSocket that is silent for so long, as a WebRTC client's is while nothing
 * changes, and Google Cloud one that is so old, however busy. The vendor's guides leave the clouds' defaults, 20 to 60
 * seconds, with which no session lives on Google Cloud.
 */
final class LongSessionsWithWebRtc implements Rule {
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration HOPELESS = Duration.ofSeconds(30);

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return Red5View.of(spec)
                .map(view -> view.red5().entry().onCloud().sessionTimeout())
                .filter(timeout -> spec.webrtc() && timeout.compareTo(LEAST) < 0)
                .map(timeout -> told(timeout, spec.cloud().kind()));
    }

    private static Violation told(Duration timeout, Cloud cloud) {
        Violation violation = Violation.at("entry.sessionTimeout")
                .given(Durations.format(timeout) + " with webrtc: true")
                .allowed("at least " + Durations.format(LEAST)
                        + (cloud == Cloud.GOOGLE
                                ? ", or WebSockets are cut, however busy"
                                : ", or silent WebSockets are cut"))
                .todo("leave the key out for the longest that the cloud allows");
        return cloud == Cloud.GOOGLE && timeout.compareTo(HOPELESS) <= 0 ? violation : violation.asWarning();
    }
}
