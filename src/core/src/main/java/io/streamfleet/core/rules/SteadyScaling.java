package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsScaleIn;
import java.util.stream.Stream;

/**
 * Warns of a group that would swing: what a removed server carried goes to those that stay, and if that lifts their load
 * to where servers are added, the group adds what it has just removed, without end.
 */
final class SteadyScaling implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        int out = cluster.awsTier().scalingOut().cpuPercent();
        int left = cluster.tier().group().min();
        return cluster.awsTier().scaleIn().stream()
                .filter(in -> left > 0 && in.cpuPercent() < out && loadAfter(in, left) >= out)
                .map(in -> Violation.at(Red5OnAws.path("scaleIn.cpuPercent"))
                        .given(in.cpuPercent() + ", which is " + loadAfter(in, left) + " on the " + left
                                + " servers left after a removal")
                        .allowed("so low that their load stays below scaleOut.cpuPercent (" + out + ")")
                        .todo("lower it, or raise group.min")
                        .asWarning());
    }

    private static int loadAfter(AwsScaleIn in, int left) {
        return in.cpuPercent() * (left + in.remove()) / left;
    }
}
