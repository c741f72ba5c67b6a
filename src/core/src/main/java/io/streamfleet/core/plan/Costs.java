package io.streamfleet.core.plan;

import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import java.util.ArrayList;
import java.util.List;

/** What costs money in a deployment. */
final class Costs {
    private Costs() {}

    static List<Cost> of(
            ClusterSpec spec, List<TierPlan> tiers, EntryPlan entry, DatabasePlan database, FleetPlan fleet) {
        List<Cost> costs = new ArrayList<>();
        for (TierPlan tier : tiers) {
            costs.add(new Cost(
                    tier.tier().instanceType() + " servers (" + tier.key() + ")",
                    tier.tier().group().min() + " to " + tier.tier().group().max() + inEachRegion(spec)
                            + ", each with a disk of " + tier.tier().diskGib() + " GiB"));
        }
        fleet.nodes()
                .roles()
                .forEach((role, target) -> costs.add(new Cost(
                        target.instanceType() + " servers (" + role.key() + " nodes)",
                        target.min() + " to " + target.max() + ", launched by the Stream Managers")));
        Red5OnCloud.of(spec).addCosts(costs, entry, database);
        return costs;
    }

    /**
     * Returns what a database costs.
     *
     * @param service what the cloud calls it
     * @param standby how it calls two servers, such as {@code in two zones (regional)}
     * @param more what else it costs; may be empty
     */
    static Cost database(Database.Create create, String service, String standby, String more) {
        return new Cost(
                create.instanceType() + " " + service + " " + create.version().version(),
                (create.highAvailability() ? "2, " + standby : "1") + ", each with " + create.storageGib()
                        + " GiB; backups of " + create.backupDays() + " days" + more);
    }

    private static String inEachRegion(ClusterSpec spec) {
        int regions = spec.cloud().regions().size();
        return regions == 1 ? "" : " in each of " + regions + " regions";
    }
}
