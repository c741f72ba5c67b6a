package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NamedTier;
import io.streamfleet.core.spec.Tier;
import java.util.stream.Stream;

/** Warns of a rule for growing in a group that cannot grow. */
final class RoomToScaleOut implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product().tiers().flatMap(RoomToScaleOut::check);
    }

    private static Stream<Violation> check(NamedTier named) {
        Tier tier = named.tier();
        return tier.onCloud().growth().stream()
                .filter(key -> tier.group().min() == tier.group().max()
                        && tier.schedule().isEmpty())
                .map(key -> Violation.at(named.path("group.max"))
                        .given(tier.group().max() + ", the same as min")
                        .allowed("above min for " + key + " to have an effect")
                        .todo("raise it")
                        .asWarning());
    }
}
