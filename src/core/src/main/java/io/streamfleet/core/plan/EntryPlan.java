package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.NodePath;

/**
 * The way in: an HTTPS load balancer in front of a tier.
 *
 * @param entry what the description says of it
 * @param tier key of the tier behind it
 * @param nodePath how the nodes reach the tier
 */
public record EntryPlan(Entry entry, String tier, NodePath nodePath) {
    /** Returns whether the nodes have a way in of their own. */
    public boolean hasNodeEntry() {
        return nodePath instanceof NodePath.Internal;
    }
}
