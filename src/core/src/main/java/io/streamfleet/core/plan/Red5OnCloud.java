package io.streamfleet.core.plan;

import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.Rollout;
import java.util.List;

/** All that differs between clouds in the plan of a Red5 Pro cluster. */
sealed interface Red5OnCloud permits Red5OnAws, Red5OnGoogle, Red5OnAzure {
    /** Returns what differs on a description's cloud. */
    static Red5OnCloud of(ClusterSpec spec) {
        if (spec.cloud() instanceof Aws aws) {
            return new Red5OnAws(spec, aws);
        }
        if (spec.cloud() instanceof Google google) {
            return new Red5OnGoogle(spec, google);
        }
        return new Red5OnAzure(spec, (Azure) spec.cloud());
    }

    /** Returns what a new version does to running servers that carry WebRTC, unless the description says. */
    Rollout rolloutWithWebRtc();

    /** Returns the name by which the controller finds the network. */
    String networkName();

    /** Returns the name of what holds the nodes' ways in. */
    default String firewallName() {
        return spec().name() + "-nodes";
    }

    /**
     * Returns whether servers may have to ask name servers of the network. The cloud's are never subject to its
     * firewall, others are.
     */
    default boolean mayHaveOwnNameServers() {
        return false;
    }

    /** Returns the settings of the vendor's controller. */
    CloudController controller(FleetPlan fleet);

    /** Returns the whole description. */
    ClusterSpec spec();

    /** Returns where servers read the password of a database that the deployment creates. */
    DatabasePassword createdPassword();

    /** Adds what costs money beside the servers. */
    void addCosts(List<Cost> costs, EntryPlan entry, DatabasePlan database);
}
