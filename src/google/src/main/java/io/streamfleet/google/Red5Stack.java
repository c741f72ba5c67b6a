package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import io.streamfleet.core.construct.StackOutput;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.terraform.ClusterStack;
import java.util.List;
import software.constructs.Construct;

/**
 * A stack of one Red5 Pro cluster, named after its description, in the description's project.
 *
 * <p>Creates a {@link Red5Cluster} and outputs whose names stay: {@code entry_url}, {@code entry_address},
 * {@code dns_record_to_create} where the description names no zone, {@code group_names}, {@code database_endpoint},
 * {@code nat_addresses} where servers reach out by such, {@code server_account}, and those of {@link NodeFleet}.
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
        GoogleProvider.Builder.create(this, "Google")
                .project(((Google) props.cluster().plan().spec().cloud()).project())
                .build();
        cluster = new Red5Cluster(this, "Cluster", props.cluster());
        output(StackOutput.entryUrl(spec()));
        String address = cluster.entry().address();
        output(StackOutput.entryAddress("Address of the public load balancer", address));
        if (cluster.dnsName().isEmpty()) {
            output(StackOutput.dnsRecordToCreate(spec(), "load balancer", "A " + address));
        }
        outputs(
                "group_names",
                "Managed instance groups of the Stream Managers, one a region",
                cluster.managers().values().stream().map(ServerGroup::groupName).toList());
        output(StackOutput.databaseEndpoint(cluster.database()));
        outputNatAddresses(List.copyOf(cluster.databaseAccess().addresses().values()));
        output(
                "server_account",
                "Service account of the Stream Managers",
                cluster.identity().email());
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
}
