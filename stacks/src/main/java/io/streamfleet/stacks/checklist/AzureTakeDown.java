package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureResourceGroup;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class AzureTakeDown {
    private AzureTakeDown() {}

    static Item item(AzureCli cli, ClusterPlan plan, FleetPlan fleet, String file) {
        Azure azure = (Azure) plan.spec().cloud();
        String group = Shell.word(azure.resourceGroup().name());
        Item.Builder item = Item.about("Some day: take it down")
                .words(Red5Words.DRAIN_NODES
                        + " Their security group cannot go while one of them is there; this must print nothing:")
                .command(cli.command("network nsg show --resource-group " + group + " --name " + fleet.firewallName()
                        + AzureCli.printing("networkInterfaces[].id")));
        if (plan.spec().protect()) {
            item.words("Then protect: false in the description, and:").command(Red5Words.cdktf("deploy", file, plan));
        }
        if (azure.resourceGroup() instanceof AzureResourceGroup.Create) {
            item.words(
                    "Terraform deletes no resource group in which something is left that it does not know. The images of"
                            + " the nodes, and whatever else this prints that is not the deployment's, go first:");
            item.command(cli.command("resource list --resource-group " + group + AzureCli.printing("[].id")));
        }
        return item.words("All servers go with their scale set, and the database with its backups; sessions end here:")
                .command(Red5Words.cdktf("destroy", file, plan))
                .words("What stays until you delete it: Terraform's state, the tier's secret, the certificate, the"
                        + " controller's application, the images.")
                .build();
    }
}
