package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps a group from adding and removing servers at one and the same load. */
final class ScaleInBelowScaleOut implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        int out = cluster.awsTier().scalingOut().cpuPercent();
        return cluster.awsTier().scaleIn().stream()
                .filter(in -> cluster.awsTier().track().isEmpty() && in.cpuPercent() >= out)
                .map(in -> Violation.at(Red5OnAws.path("scaleIn.cpuPercent"))
                        .given(in.cpuPercent())
                        .allowed("below scaleOut.cpuPercent (" + out + ")")
                        .todo("lower it"));
    }
}
