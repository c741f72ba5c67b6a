package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/**
 * Warns of a group that would swing: what a removed server carried goes to those that stay, and if that lifts their load
 * to where servers are added, the group adds what it has just removed, without end.
 */
final class SteadyScaling implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return CpuScaling.of(spec).flatMap(SteadyScaling::check);
    }

    private static Stream<Violation> check(CpuScaling scaling) {
        int left = scaling.named().tier().group().min();
        return Stream.of(scaling)
                .filter(each ->
                        left > 0 && each.scaleIn() < each.scaleOut() && loadAfter(each, left) >= each.scaleOut())
                .map(each -> Violation.at(each.path())
                        .given(each.scaleIn() + ", which is " + loadAfter(each, left) + " on the " + left
                                + " servers left after a removal")
                        .allowed("so low that their load stays below scaleOut.cpuPercent (" + each.scaleOut() + ")")
                        .todo("lower it, or raise group.min")
                        .asWarning());
    }

    private static int loadAfter(CpuScaling scaling, int left) {
        return scaling.scaleIn() * (left + scaling.removed()) / left;
    }
}
