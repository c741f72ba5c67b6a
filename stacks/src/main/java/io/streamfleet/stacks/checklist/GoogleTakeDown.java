package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class GoogleTakeDown {
    private GoogleTakeDown() {}

    static Item item(GoogleCli cli, ClusterPlan plan, FleetPlan fleet, String file) {
        Item.Builder item = Item.about("Some day: take it down").words(Red5Words.DRAIN_NODES);
        if (plan.spec().protect()) {
            item.words("Then protect: false in the description, and:").command(Red5Words.cdktf("deploy", file, plan));
        }
        item.words("All servers go with their groups; sessions end here:")
                .command(Red5Words.cdktf("destroy", file, plan));
        if (leavesPeering(plan)) {
            item.words(
                            "That stops at the network, to which the database's is still connected: Google frees the connection"
                                    + " some time after the database is gone, and Terraform leaves it alone. Remove it by hand, and"
                                    + " go on:")
                    .command(cli.command("compute networks peerings delete servicenetworking-googleapis-com --network "
                            + fleet.networkName()))
                    .command(Red5Words.cdktf("destroy", file, plan));
        }
        return item.words("What stays until you delete it: Terraform's state, the tier's secret, the logs.")
                .build();
    }

    private static boolean leavesPeering(ClusterPlan plan) {
        return ((Google) plan.spec().cloud()).network() instanceof GoogleNetwork.Create
                && plan.database().orElseThrow().database() instanceof Database.Create create
                && create.access() == DatabaseAccess.PRIVATE;
    }
}
