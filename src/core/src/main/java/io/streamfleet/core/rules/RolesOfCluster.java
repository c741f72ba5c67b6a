package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.Nodes;
import io.streamfleet.core.spec.Red5;
import java.util.stream.Stream;

/** Keeps a node group complete: origins take streams in, edges hand them out. */
final class RolesOfCluster implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5
                ? Stream.concat(missing(red5.nodes()), empty(red5.nodes()))
                : Stream.empty();
    }

    private static Stream<Violation> missing(Nodes nodes) {
        return Stream.of(NodeRole.ORIGIN, NodeRole.EDGE)
                .filter(role -> !nodes.roles().containsKey(role))
                .map(role -> Violation.at("nodes.roles")
                        .given("no " + role.key())
                        .allowed("with origin, which takes streams in, and edge, which hands them out")
                        .todo("add " + role.key()));
    }

    private static Stream<Violation> empty(Nodes nodes) {
        return Stream.of(NodeRole.ORIGIN, NodeRole.EDGE)
                .filter(role -> nodes.roles().containsKey(role)
                        && nodes.roles().get(role).min() == 0)
                .map(role -> Violation.at("nodes.roles." + role.key() + ".min")
                        .given(0)
                        .allowed("at least 1 for a group that " + (role == NodeRole.ORIGIN ? "publishers" : "viewers")
                                + " can use")
                        .todo("raise it")
                        .asWarning());
    }
}
