package io.streamfleet.core.construct;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Red5;
import java.util.stream.Stream;

/** Tells what the constructs of every cloud ask of a plan, and of what is given in place of its parts. */
public final class PlanFit {
    private PlanFit() {}

    /** Returns whether a plan is of a Red5 Pro cluster on a cloud; none is not. */
    public static boolean isRed5On(Cloud cloud, ClusterPlan plan) {
        return plan != null && plan.spec().product() instanceof Red5 && plan.cloud() == cloud;
    }

    /** Returns whether Stream Managers find a network of this name, by which they look for the plan's. */
    public static boolean finds(ClusterPlan plan, String networkName) {
        return plan.fleet()
                .map(fleet -> fleet.networkName().equals(networkName))
                .orElse(true);
    }

    /**
     * Returns what is wrong with a plan for a Red5 Pro cluster on a cloud, by the path {@code plan}, and with a database
     * in place of the plan's, by the path {@code database}.
     *
     * @param plan the plan; where there is none, nothing is wrong with it
     * @param hasDatabase whether a database is given
     */
    public static Stream<Violation> violations(Cloud cloud, ClusterPlan plan, boolean hasDatabase) {
        if (plan == null) {
            return Stream.empty();
        }
        if (!isRed5On(cloud, plan)) {
            return Stream.of(Violation.at("plan")
                    .given("a plan of something else")
                    .allowed("one of product red5 on " + cloud.key()));
        }
        return hasDatabase && !plan.database().orElseThrow().isCreated()
                ? Stream.of(Violation.at("database")
                        .given("a database beside the description's existing one")
                        .allowed("one of the two"))
                : Stream.empty();
    }
}
