package io.streamfleet.core.plan;

import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.boot.GoogleController;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.GoogleNodes;
import io.streamfleet.core.spec.Rollout;
import java.util.List;

/**
 * What differs on Google Cloud.
 *
 * @param spec the whole description
 * @param google the cloud's part
 */
record Red5OnGoogle(ClusterSpec spec, Google google) implements Red5OnCloud {
    /** No server of a group can be protected from the group's own replacement. */
    @Override
    public Rollout rolloutWithWebRtc() {
        return Rollout.KEEP;
    }

    @Override
    public String networkName() {
        return google.network() instanceof GoogleNetwork.Existing existing ? existing.name() : spec.name();
    }

    @Override
    public CloudController controller(FleetPlan fleet) {
        return GoogleController.builder()
                .project(BootText.of(google.project()))
                .defaultZone(BootText.of(defaultZone((GoogleNodes) fleet.nodes().onCloud())))
                .network(BootText.of(fleet.networkName()))
                .build();
    }

    private String defaultZone(GoogleNodes nodes) {
        String region = google.mainRegion();
        return nodes.zone()
                .or(() -> google.zonesIn(region).stream().findFirst())
                // Every region has one; some have no zone a.
                .orElse(region + "-b");
    }

    /** Nothing is generated: Terraform would keep it in its state. */
    @Override
    public DatabasePassword createdPassword() {
        return DatabasePassword.inTierSecret();
    }

    @Override
    public void addCosts(List<Cost> costs, EntryPlan entry, DatabasePlan database) {
        GoogleCosts.add(costs, spec, google, entry, database);
    }
}
