package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.Tier;
import java.util.stream.Stream;

/** Warns of a rule for growing in a group that cannot grow. */
final class RoomToScaleOut implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        Tier tier = cluster.tier();
        AwsTier onAws = cluster.awsTier();
        boolean fixed = tier.group().min() == tier.group().max()
                && tier.schedule().isEmpty()
                && (onAws.scaleOut().isPresent() || onAws.track().isPresent());
        return Stream.of(Violation.at(Red5OnAws.path("group.max"))
                        .given(tier.group().max() + ", the same as min")
                        .allowed("above min for " + (onAws.track().isPresent() ? "track" : "scaleOut")
                                + " to have an effect")
                        .todo("raise it")
                        .asWarning())
                .filter(warning -> fixed);
    }
}
