package io.streamfleet.core.plan;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be built for a description, still without a cloud's resources. Made from a description that no rule
 * refuses; the same description gives the same plan.
 *
 * @param spec the description
 * @param tiers the groups of servers
 * @param entry the way in
 * @param database the database; empty for a product without one
 * @param fleet the nodes that the servers launch; empty for a product without them
 * @param flows who may open connections to whom: all firewall rules, and nothing else is open
 * @param costs what costs money, without prices
 */
public record ClusterPlan(
        ClusterSpec spec,
        List<TierPlan> tiers,
        EntryPlan entry,
        Optional<DatabasePlan> database,
        Optional<FleetPlan> fleet,
        List<Flow> flows,
        List<Cost> costs) {
    public ClusterPlan {
        tiers = List.copyOf(tiers);
        flows = List.copyOf(flows);
        costs = List.copyOf(costs);
    }

    /** Plans a description. */
    public static ClusterPlan of(ClusterSpec spec) {
        if (spec.product() instanceof Red5 red5) {
            return Red5Plan.of(spec, red5);
        }
        throw new IllegalStateException("no plan for " + spec.product());
    }

    /** Returns the deployment's name, which is its stack's as well. */
    public String name() {
        return spec.name();
    }

    /** Returns the beginning of the names of a tier's servers and of their parts, such as {@code live-stream-manager}. */
    public String serversName(TierPlan tier) {
        return name() + "-" + tier.key().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Returns the deployment's cloud. */
    public Cloud cloud() {
        return spec.cloud().kind();
    }

    /**
     * Returns a tier.
     *
     * @param key its key in the description, such as {@code streamManager}
     * @throws IllegalArgumentException when the product has no such tier
     */
    public TierPlan tier(String key) {
        return tiers.stream()
                .filter(tier -> tier.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tier " + key + " in " + name()));
    }
}
