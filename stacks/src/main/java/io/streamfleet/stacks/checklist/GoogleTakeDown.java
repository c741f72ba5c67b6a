package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class GoogleTakeDown {
    private GoogleTakeDown() {}

    static void add(Item.Builder item, GoogleItems items, GoogleCli cli) {
        item.words("All servers go with their groups; sessions end here:").command(items.run("destroy"));
        if (leavesPeering(items.subject())) {
            item.words(
                            "That stops at the network, to which the database's is still connected: Google frees the connection"
                                    + " some time after the database is gone, and Terraform leaves it alone. Remove it by hand, and"
                                    + " go on:")
                    .command(cli.command("compute networks peerings delete servicenetworking-googleapis-com --network "
                            + items.subject().fleet().networkName()))
                    .command(items.run("destroy"));
        }
        item.words("What stays until you delete it: Terraform's state, the tier's secret, the logs.");
    }

    private static boolean leavesPeering(Subject subject) {
        return ((Google) subject.plan().spec().cloud()).network() instanceof GoogleNetwork.Create
                && subject.createdDatabase()
                        .filter(create -> create.access() == DatabaseAccess.PRIVATE)
                        .isPresent();
    }
}
