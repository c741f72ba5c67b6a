package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.value.Durations;
import java.util.stream.Stream;

/** Warns of servers that would be replaced while they still start, one after the other. */
final class GraceCoversWarmUp implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product()
                .tiers()
                .filter(named ->
                        named.tier().health().grace().compareTo(named.tier().warmUp()) < 0)
                .map(named -> Violation.at(named.path("health.grace"))
                        .given(Durations.format(named.tier().health().grace()))
                        .allowed("at least warmUp ("
                                + Durations.format(named.tier().warmUp()) + ")")
                        .todo("raise it, or a server that still starts is replaced")
                        .asWarning());
    }
}
