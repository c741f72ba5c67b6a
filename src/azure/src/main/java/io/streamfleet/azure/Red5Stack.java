package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeaturesVirtualMachineScaleSet;
import com.hashicorp.cdktf.providers.time.provider.TimeProvider;
import io.streamfleet.core.construct.StackOutput;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.terraform.ClusterStack;
import java.util.List;
import software.constructs.Construct;

/**
 * A stack of one Red5 Pro cluster, named after its description, in the description's subscription.
 *
 * <p>Creates a {@link Red5Cluster} and outputs whose names stay: {@code entry_url}, {@code entry_address} unless the address
 * exists, {@code dns_record_to_create} where the description names no zone either, {@code group_name},
 * {@code database_endpoint}, {@code nat_addresses} where servers reach out by such, {@code server_identity}, and those of
 * {@link NodeFleet}. Registers with the subscription what it uses of Azure and nothing else.
 */
public final class Red5Stack extends ClusterStack {
    private final Red5Cluster cluster;

    /**
     * Creates the stack.
     *
     * @param scope the application
     * @param id name within the application
     * @param props its cluster
     */
    public Red5Stack(Construct scope, String id, Red5StackProps props) {
        super(scope, id, props.backend());
        addProvider(props.cluster().plan());
        cluster = new Red5Cluster(this, "Cluster", props.cluster());
        if (cluster.waitsForRole()) {
            TimeProvider.Builder.create(this, "Time").build();
        }
        output(StackOutput.entryUrl(spec()));
        cluster.entry().address().ifPresent(this::outputEntry);
        output(
                "group_name",
                "Scale set of the Stream Managers",
                cluster.managers().groupName());
        output(StackOutput.databaseEndpoint(cluster.database()));
        outputNatAddresses(cluster.network().natAddresses());
        output(
                "server_identity",
                "Client id of the Stream Managers' identity",
                cluster.identity().clientId());
    }

    /** Returns the stack of a plan, in an application, by the plan's name. */
    public static Red5Stack of(Construct scope, ClusterPlan plan) {
        return new Red5Stack(
                scope,
                plan.name(),
                Red5StackProps.builder().cluster(Red5ClusterProps.of(plan)).build());
    }

    /** Returns the cluster. */
    public Red5Cluster cluster() {
        return cluster;
    }

    private ClusterSpec spec() {
        return cluster.plan().spec();
    }

    /** By default the provider makes running servers anew whenever their model changes: that would end sessions. */
    private void addProvider(ClusterPlan plan) {
        boolean refreshes = plan.tier(Red5.STREAM_MANAGER).rollout() == Rollout.REFRESH;
        AzurermProvider.Builder.create(this, "Azure")
                .subscriptionId(((Azure) plan.spec().cloud()).subscription())
                .resourceProviderRegistrations("none")
                .resourceProvidersToRegister(Azure.RESOURCE_PROVIDERS)
                .features(List.of(AzurermProviderFeatures.builder()
                        .virtualMachineScaleSet(List.of(AzurermProviderFeaturesVirtualMachineScaleSet.builder()
                                .rollInstancesWhenRequired(refreshes)
                                .reimageOnManualUpgrade(refreshes)
                                .build()))
                        .build()))
                .build();
    }

    private void outputEntry(String address) {
        output(StackOutput.entryAddress("Address of the public gateway", address));
        if (cluster.dnsName().isEmpty()) {
            output(StackOutput.dnsRecordToCreate(spec(), "gateway", "A " + address));
        }
    }
}
