package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.terraform.ClusterStack;
import io.streamfleet.terraform.Outputs;
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
        output("entry_url", "Where clients connect to", "https://" + spec().domain() + "/");
        output(
                "entry_address",
                "Address of the public load balancer",
                cluster.entry().address());
        if (cluster.dnsName().isEmpty()) {
            output(
                    "dns_record_to_create",
                    "The record that leads the domain to the load balancer: create it in the domain's zone",
                    spec().domain() + ". A " + cluster.entry().address());
        }
        outputs(
                "group_names",
                "Managed instance groups of the Stream Managers, one a region",
                cluster.managers().values().stream().map(ServerGroup::groupName).toList());
        output(
                "database_endpoint",
                "Host and port of the database",
                cluster.database().host() + ":" + cluster.database().port());
        List<String> addresses =
                List.copyOf(cluster.databaseAccess().addresses().values());
        if (!addresses.isEmpty()) {
            outputs(
                    "nat_addresses",
                    "Addresses that the Stream Managers reach out from: let them in where a database or a node has a list",
                    addresses);
        }
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

    private void output(String name, String description, String value) {
        Outputs.declare(this, name, value, description);
    }

    private void outputs(String name, String description, List<String> values) {
        Outputs.declare(this, name, values, description);
    }
}
