package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;

/** Says how many servers a tier has. */
final class Sizes {
    private Sizes() {}

    /** Returns the bounds, such as {@code 2 to 6}; where there are several regions, they hold in each. */
    static String of(TierPlan tier, ClusterPlan plan) {
        return tier.tier().group().min() + " to " + tier.tier().group().max()
                + (plan.spec().cloud().regions().size() > 1 ? " a region" : "");
    }
}
