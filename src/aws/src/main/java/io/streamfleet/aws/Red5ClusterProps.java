package io.streamfleet.aws;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.PlanFit;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Red5Cluster} is made of: a plan, and what is there already in place of what the plan would create.
 *
 * @param plan plan of a Red5 Pro cluster on AWS: required
 * @param network a network to stand in, whose Name tag must be the plan's. Default: what the description says
 * @param database a database to use, with a secret of its own, where the description creates one. Default: what the
 *     description says
 * @param certificate the certificate of the domain. Default: what the description says
 * @param accessLogs where the load balancers' access logs go. Default: what the description says
 * @param paths rules beside those of {@link StreamManagerPaths}, for pages and applications of one's own. Default: none
 */
@Props
public record Red5ClusterProps(
        ClusterPlan plan,
        Optional<INetwork> network,
        Optional<IDatabase> database,
        Optional<EntryCertificate> certificate,
        Optional<AccessLogs> accessLogs,
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
        accessLogs = accessLogs == null ? Optional.empty() : accessLogs;
        paths = paths == null ? List.of() : List.copyOf(paths);
        boolean fits = PlanFit.isRed5On(Cloud.AWS, plan);
        new Check(Red5ClusterProps.class, plan, network, database, certificate, accessLogs, paths)
                .and(PlanFit.violations(Cloud.AWS, plan, database.isPresent()))
                .that(
                        !fits
                                || network.isEmpty()
                                || network.get().vpcName().stream().allMatch(name -> PlanFit.finds(plan, name)),
                        Violation.at("network")
                                .given("a VPC of another name")
                                .allowed("one whose Name tag is the plan's, by which Stream Managers find it")
                                .todo("name it in the description: aws.network.existing.vpcName"))
                .that(
                        database.isEmpty() || database.get().secret().isPresent(),
                        Violation.at("database")
                                .given("a database without a secret")
                                .allowed("one whose password is in a secret of its own")
                                .todo("set DatabaseAttributes.secret, or describe it as database.existing"))
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
}
