package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureEntry;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.AzureTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Red5;
import java.util.List;

/** What costs money on Azure beside the servers. */
final class AzureCosts {
    private AzureCosts() {}

    static void add(List<Cost> costs, ClusterSpec spec, Azure azure, EntryPlan entry, DatabasePlan database) {
        AzureEntry onAzure = (AzureEntry) entry.entry().onCloud();
        costs.add(new Cost(
                "Application Gateway " + onAzure.sku().sku(),
                onAzure.capacity().min() + " to " + onAzure.capacity().max() + " instances, and what passes through"));
        if (entry.hasNodeEntry()) {
            costs.add(new Cost("internal load balancer", "1, for the nodes"));
            costs.add(new Cost("private DNS zone", "1: " + spec.domain() + " inside the network"));
        }
        boolean isNew = azure.network() instanceof AzureNetwork.Create;
        int addresses = (onAzure.address().isEmpty() ? 1 : 0) + (isNew ? 1 : 0);
        if (addresses > 0) {
            costs.add(new Cost("public addresses", String.valueOf(addresses)));
        }
        if (database.database() instanceof Database.Create create) {
            costs.add(Costs.database(create, "Azure Database for MySQL", "one of them a standby", ""));
            if (create.access() == DatabaseAccess.PRIVATE && !hasZone(azure)) {
                costs.add(new Cost("private DNS zone", "1: of the database"));
            }
        }
        if (isNew) {
            costs.add(new Cost("NAT gateway", "1, and its traffic"));
        }
        AzureTier tier =
                (AzureTier) ((Red5) spec.product()).streamManager().tier().onCloud();
        if (tier.image() instanceof AzureImage.FromVm) {
            costs.add(new Cost("image storage", "1 image of the Stream Managers"));
        }
        costs.add(new Cost("Key Vault", "readings of the tier's secret at each boot, and of the certificate"));
    }

    private static boolean hasZone(Azure azure) {
        return azure.network() instanceof AzureNetwork.Existing existing
                && existing.privateDnsZone().isPresent();
    }
}
