package io.streamfleet.core.plan;

import io.streamfleet.core.boot.AwsController;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Rollout;
import java.util.List;

/**
 * What differs on AWS.
 *
 * @param spec the whole description
 * @param aws the cloud's part
 */
record Red5OnAws(ClusterSpec spec, Aws aws) implements Red5OnCloud {
    @Override
    public Rollout rolloutWithWebRtc() {
        return Rollout.IDLE;
    }

    @Override
    public String networkName() {
        return aws.network() instanceof AwsNetwork.Existing existing
                ? existing.vpcName().orElse(spec.name())
                : spec.name();
    }

    /** As a set of DHCP options says. */
    @Override
    public boolean mayHaveOwnNameServers() {
        return aws.network() instanceof AwsNetwork.Existing;
    }

    @Override
    public CloudController controller(FleetPlan fleet) {
        return AwsController.builder()
                .region(BootText.of(aws.region()))
                .defaultZone(defaultZone(aws.network()))
                .keyPair(BootText.of(((AwsNodes) fleet.nodes().onCloud()).keyPair()))
                .securityGroup(BootText.of(fleet.firewallName()))
                .vpcName(BootText.of(fleet.networkName()))
                .build();
    }

    private static BootText defaultZone(AwsNetwork network) {
        if (network instanceof AwsNetwork.Existing existing) {
            return BootText.of(existing.zones().get(0));
        }
        return ((AwsNetwork.Create) network).zones() instanceof AwsNetwork.Zones.Names named
                ? BootText.of(named.names().get(0))
                : BootText.of(CloudValues.DEFAULT_ZONE);
    }

    @Override
    public DatabasePassword createdPassword() {
        return DatabasePassword.inOwnSecret(BootText.of(CloudValues.DATABASE_SECRET));
    }

    @Override
    public void addCosts(List<Cost> costs, EntryPlan entry, DatabasePlan database) {
        AwsCosts.add(costs, spec, aws, entry, database);
    }
}
