package io.streamfleet.core.plan;

import io.streamfleet.core.boot.AzureController;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Rollout;
import java.util.List;

/**
 * What differs on Azure, whose controller finds everything by names of one convention.
 *
 * @param spec the whole description
 * @param azure the cloud's part
 */
record Red5OnAzure(ClusterSpec spec, Azure azure) implements Red5OnCloud {
    /** No server of a scale set can be protected from the set's own replacement before it is there. */
    @Override
    public Rollout rolloutWithWebRtc() {
        return Rollout.KEEP;
    }

    @Override
    public String networkName() {
        return azure.network() instanceof AzureNetwork.Existing existing ? existing.name() : byConvention("vnet");
    }

    @Override
    public String firewallName() {
        return byConvention("nsg");
    }

    @Override
    public boolean mayHaveOwnNameServers() {
        return azure.network() instanceof AzureNetwork.Existing;
    }

    private String byConvention(String what) {
        return azure.resourcePrefix().orElse(spec.name()) + "-" + azure.location() + "-" + what;
    }

    @Override
    public CloudController controller(FleetPlan fleet) {
        return AzureController.builder()
                .vault(BootText.of("https://" + azure.keyVault().name() + ".vault.azure.net"))
                .identity(BootText.of(CloudValues.IDENTITY))
                .subscription(BootText.of(azure.subscription()))
                .resourceGroup(BootText.of(azure.resourceGroup().name()))
                .location(BootText.of(azure.location()))
                .resourcePrefix(azure.resourcePrefix().orElse(spec.name()))
                .tenant(BootText.of(azure.controller().tenantId()))
                .client(BootText.of(azure.controller().clientId()))
                .vmUser(azure.controller().vmUser())
                .subnet(azure.network() instanceof AzureNetwork.Existing existing ? existing.nodeSubnetName() : null)
                .build();
    }

    /** Nothing is generated: Terraform would keep it in its state. */
    @Override
    public DatabasePassword createdPassword() {
        return DatabasePassword.inTierSecret();
    }

    @Override
    public void addCosts(List<Cost> costs, EntryPlan entry, DatabasePlan database) {
        AzureCosts.add(costs, spec, azure, entry, database);
    }
}
