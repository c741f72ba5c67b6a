package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NamedTier;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.spec.Tier;
import java.util.stream.Stream;

/**
 * Keeps the clock from doing what load must not do: lowering a group's maximum lowers its desired capacity too, and
 * servers with WebRTC sessions go, or, protected, stay while later scale-outs start nothing.
 *
 * <p>Raising {@code min} for the busy hours and lowering it again removes no server.
 */
final class NoShrinkingScheduleWithWebRtc implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.webrtc() ? spec.product().tiers().flatMap(this::checkTier) : Stream.empty();
    }

    private Stream<Violation> checkTier(NamedTier named) {
        Tier tier = named.tier();
        int highest = Schedule.largestMaximum(tier.group().max(), tier.schedule());
        return tier.schedule().entrySet().stream()
                .filter(entry -> entry.getValue().max() < highest)
                .map(entry -> Violation.at(named.path("schedule." + entry.getKey() + ".max"))
                        .given(entry.getValue().max() + " with webrtc: true")
                        .allowed("at least the group's and every schedule's max (" + highest
                                + "), since lowering max removes servers with their sessions")
                        .todo("raise it; vary min instead"));
    }
}
