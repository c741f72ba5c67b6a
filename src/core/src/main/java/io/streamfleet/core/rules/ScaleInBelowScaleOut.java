package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** Keeps a group from adding and removing servers at one and the same load. */
final class ScaleInBelowScaleOut implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return CpuScaling.of(spec)
                .filter(scaling -> scaling.scaleIn() >= scaling.scaleOut())
                .map(scaling -> Violation.at(scaling.path())
                        .given(scaling.scaleIn())
                        .allowed("below scaleOut.cpuPercent (" + scaling.scaleOut() + ")")
                        .todo("lower it"));
    }
}
