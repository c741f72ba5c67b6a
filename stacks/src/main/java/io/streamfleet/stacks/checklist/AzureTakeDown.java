package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureResourceGroup;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class AzureTakeDown {
    private AzureTakeDown() {}

    static void add(Item.Builder item, AzureItems items, AzureCli cli) {
        Subject subject = items.subject();
        Azure azure = (Azure) subject.plan().spec().cloud();
        String group = Shell.word(azure.resourceGroup().name());
        item.words("The nodes' security group cannot go while one of them is there; this must print nothing:")
                .command(cli.command("network nsg show --resource-group " + group + " --name "
                        + subject.fleet().firewallName() + AzureCli.printing("networkInterfaces[].id")));
        if (azure.resourceGroup() instanceof AzureResourceGroup.Create) {
            item.words(
                    "Terraform deletes no resource group in which something is left that it does not know. The images of"
                            + " the nodes, and whatever else this prints that is not the deployment's, go first:");
            item.command(cli.command("resource list --resource-group " + group + AzureCli.printing("[].id")));
        }
        item.words("All servers go with their scale set, and the database with its backups; sessions end here:")
                .command(items.run("destroy"))
                .words("What stays until you delete it: Terraform's state, the tier's secret, the certificate, the"
                        + " controller's application, the images.");
    }
}
