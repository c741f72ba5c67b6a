package io.streamfleet.core.plan;

import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleImage;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.spec.Red5;
import java.util.List;

/** What costs money on Google Cloud beside the servers. */
final class GoogleCosts {
    private GoogleCosts() {}

    static void add(List<Cost> costs, ClusterSpec spec, Google google, EntryPlan entry, DatabasePlan database) {
        costs.add(new Cost(
                "global Application Load Balancer",
                entry.entry().redirectHttp()
                        ? "2 forwarding rules, and what passes through"
                        : "1 forwarding rule, and what passes through"));
        costs.add(new Cost("Cloud Armor policy", "1, its rules and its requests"));
        if (entry.hasNodeEntry()) {
            int regions = google.regions().size();
            costs.add(new Cost(
                    "internal load balancer",
                    regions == 1 ? "1, for the nodes" : regions + ", one a region, for the nodes"));
            costs.add(new Cost("Cloud DNS private zone", "1: " + spec.domain() + " inside the network"));
        }
        if (database.database() instanceof Database.Create create) {
            costs.add(Costs.database(create, "Cloud SQL MySQL", "in two zones (regional)", ", and the binary log"));
        }
        network(costs, google);
        if (isMade(((GoogleTier) ((Red5) spec.product()).streamManager().tier().onCloud()).image())) {
            costs.add(new Cost("image storage", "1 image of the Stream Managers"));
        }
        costs.add(new Cost("Secret Manager", "1 secret, and its readings at each boot"));
        costs.add(new Cost("Cloud Logging", "requests of the load balancer"));
    }

    private static void network(List<Cost> costs, Google google) {
        boolean isNew = google.network() instanceof GoogleNetwork.Create;
        if (isNew || ((GoogleNetwork.Existing) google.network()).nat()) {
            int regions = google.regions().size();
            costs.add(new Cost(
                    "Cloud NAT",
                    regions
                            + (regions == 1
                                    ? ", its address and its traffic"
                                    : ", one a region, their addresses and their traffic")));
        }
        if (isNew) {
            costs.add(new Cost("Cloud Logging", "flow logs of the subnetworks"));
        }
    }

    private static boolean isMade(GoogleImage image) {
        return image instanceof GoogleImage.FromDisk || image instanceof GoogleImage.FromSnapshot;
    }
}
