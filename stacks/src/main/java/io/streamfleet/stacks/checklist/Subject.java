package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Red5;
import java.util.Optional;

/**
 * What a checklist is about: a deployment of Red5 Pro, and the file that describes it.
 *
 * @param plan what is to be built
 * @param file the description as a shell reads it
 */
record Subject(ClusterPlan plan, String file) {
    String name() {
        return plan.name();
    }

    String domain() {
        return plan.spec().domain();
    }

    /** Returns the Stream Managers. */
    TierPlan tier() {
        return plan.tier(Red5.STREAM_MANAGER);
    }

    /** Returns the nodes. */
    FleetPlan fleet() {
        return plan.fleet().orElseThrow();
    }

    /** Returns the name of the database in the database server. */
    String schema() {
        return plan.database().orElseThrow().schema();
    }

    /** Returns the database that the deployment makes. */
    Optional<Database.Create> createdDatabase() {
        return database() instanceof Database.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the database that is there already. */
    Optional<Database.Existing> existingDatabase() {
        return database() instanceof Database.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    private Database database() {
        return plan.database().orElseThrow().database();
    }
}
