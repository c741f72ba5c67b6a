package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsTier;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps two controllers off one group: a tracked target sets its own alarms, and steps beside it undo its work. */
final class OneWayOfScaling implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        AwsTier tier = cluster.awsTier();
        if (tier.track().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        tier.scaleOut().map(given -> "scaleOut"), tier.scaleIn().map(given -> "scaleIn"))
                .flatMap(Optional::stream)
                .map(key -> Violation.at(Red5View.path("track"))
                        .given("track beside " + key)
                        .allowed("track alone, or scaleOut and scaleIn")
                        .todo("remove one of them"));
    }
}
