package io.streamfleet.core.rules;

import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.AzureTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NamedTier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which CPU load a tier shrinks and grows, where the cloud takes a load for each.
 *
 * @param named the tier
 * @param scaleIn average load in percent, up to which servers are removed
 * @param removed servers removed at a time
 * @param scaleOut average load in percent, from which servers are added
 */
record CpuScaling(NamedTier named, int scaleIn, int removed, int scaleOut) {
    /** Returns those of a description's tiers that shrink by load. */
    static Stream<CpuScaling> of(ClusterSpec spec) {
        return spec.product().tiers().flatMap(named -> of(named).stream());
    }

    private static Optional<CpuScaling> of(NamedTier named) {
        if (named.tier().onCloud() instanceof AwsTier aws && aws.track().isEmpty()) {
            int out = aws.scalingOut().cpuPercent();
            return aws.scaleIn().map(in -> new CpuScaling(named, in.cpuPercent(), in.remove(), out));
        }
        if (named.tier().onCloud() instanceof AzureTier azure) {
            int out = azure.scalingOut().cpuPercent();
            return azure.scaleIn().map(in -> new CpuScaling(named, in.cpuPercent(), in.remove(), out));
        }
        return Optional.empty();
    }

    /** Returns the path of the load up to which servers are removed. */
    String path() {
        return named.path("scaleIn.cpuPercent");
    }
}
