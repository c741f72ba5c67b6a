package io.streamfleet.core.plan;

import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.NodePath;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way in: an HTTPS load balancer in front of a tier.
 *
 * @param entry what the description says of it
 * @param tier key of the tier behind it
 * @param nodePath how the nodes reach the tier
 * @param rules which paths the public may use
 */
public record EntryPlan(Entry entry, String tier, NodePath nodePath, List<PathRule> rules) {
    public EntryPlan {
        rules = List.copyOf(rules);
    }

    /** Returns the rules with those of pages and applications of one's own. */
    public List<PathRule> rulesAnd(List<PathRule> more) {
        return Stream.concat(rules.stream(), more.stream()).toList();
    }

    /** Returns whether the nodes have a way in of their own. */
    public boolean hasNodeEntry() {
        return nodePath instanceof NodePath.Internal;
    }
}
