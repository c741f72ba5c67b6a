package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNat;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import java.util.List;

/** What costs money on AWS beside the servers. */
final class AwsCosts {
    private AwsCosts() {}

    static void add(List<Cost> costs, ClusterSpec spec, Aws aws, EntryPlan entry, DatabasePlan database) {
        costs.add(new Cost(
                "Application Load Balancer", entry.hasNodeEntry() ? "2: public, and internal for nodes" : "1"));
        if (entry.hasNodeEntry()) {
            costs.add(new Cost("Route 53 private hosted zone", "1: " + spec.domain() + " inside the VPC"));
        }
        if (database.database() instanceof Database.Create create) {
            costs.add(Costs.database(create, "RDS MySQL", "in two zones (Multi-AZ)", ""));
        }
        if (aws.network() instanceof AwsNetwork.Create network) {
            network(costs, network);
        }
        costs.add(new Cost(
                "Secrets Manager secret",
                (database.isCreated() ? "2: the tier's, and the database's password" : "1: the tier's")
                        + "; readings at each boot"));
        costs.add(new Cost("CloudWatch", "detailed monitoring of each server, and alarms"));
        costs.add(new Cost("S3", "access logs of the load balancer"));
    }

    private static void network(List<Cost> costs, AwsNetwork.Create network) {
        int zones = network.zones().size();
        if (network.nat() != AwsNat.NONE) {
            int count = network.nat() == AwsNat.ONE ? 1 : zones;
            costs.add(new Cost(
                    "NAT gateway", count + (count == 1 ? ", and its traffic" : ", one a zone, and their traffic")));
        }
        if (network.flowLogs()) {
            costs.add(new Cost("CloudWatch Logs", "flow logs of the VPC"));
        }
    }
}
