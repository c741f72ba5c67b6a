package io.streamfleet.google;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.PlanFit;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Red5Cluster} is made of: a plan, and what is there already in place of what the plan would create.
 *
 * @param plan plan of a Red5 Pro cluster on Google Cloud: required
 * @param network a network to stand in, whose name must be the plan's, with a subnetwork in each of the plan's regions.
 *     Default: what the description says
 * @param database a database to use, whose password is in the tier's secret, where the description creates one. Default:
 *     what the description says
 * @param certificate the certificate of the domain. Default: what the description says
 * @param paths rules beside those of {@link io.streamfleet.core.paths.StreamManagerPaths}, for pages and applications of
 *     one's own. Default: none
 */
@Props
public record Red5ClusterProps(
        ClusterPlan plan,
        Optional<INetwork> network,
        Optional<IDatabase> database,
        Optional<EntryCertificate> certificate,
        List<PathRule> paths) {
    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when the plan is of another product or cloud, or what is given does not fit it
     */
    public Red5ClusterProps {
        network = network == null ? Optional.empty() : network;
        database = database == null ? Optional.empty() : database;
        certificate = certificate == null ? Optional.empty() : certificate;
        paths = paths == null ? List.of() : List.copyOf(paths);
        boolean fits = PlanFit.isRed5On(Cloud.GOOGLE, plan);
        new Check(Red5ClusterProps.class, plan, network, database, certificate, paths)
                .and(PlanFit.violations(Cloud.GOOGLE, plan, database.isPresent()))
                .that(
                        !fits
                                || network.isEmpty()
                                || PlanFit.finds(plan, network.get().networkName()),
                        Violation.at("network")
                                .given("a network of another name")
                                .allowed("one of the plan's name, by which Stream Managers find it")
                                .todo("name it in the description: google.network.existing.network"))
                .that(
                        !fits || network.isEmpty() || network.get().regions().containsAll(regions(plan)),
                        Violation.at("network")
                                .given("a network without some of the plan's regions")
                                .allowed("one with a subnetwork in each of " + (fits ? regions(plan) : List.of())))
                .orThrow();
    }

    /** Returns a builder. */
    public static Red5ClusterPropsBuilder builder() {
        return Red5ClusterPropsBuilder.builder();
    }

    /** Returns the props of a plan, with nothing that is there already. */
    public static Red5ClusterProps of(ClusterPlan plan) {
        return builder().plan(plan).build();
    }

    private static List<String> regions(ClusterPlan plan) {
        return plan.spec().cloud().regions();
    }
}
