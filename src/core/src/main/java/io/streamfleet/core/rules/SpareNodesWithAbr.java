package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Nodes;
import io.streamfleet.core.spec.Red5;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Keeps streams of several bit rates running: they need at least two nodes of every role, as the vendor's guides say of
 * adaptive bit rate and clustering.
 */
final class SpareNodesWithAbr implements Rule {
    private static final int LEAST = 2;

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5 && red5.nodes().abr()
                ? Arrays.stream(NodeRole.values()).flatMap(role -> check(role, red5.nodes()))
                : Stream.empty();
    }

    private static Stream<Violation> check(NodeRole role, Nodes nodes) {
        NodeTarget target = nodes.roles().get(role);
        if (target == null) {
            boolean toldByRolesOfCluster = role == NodeRole.ORIGIN || role == NodeRole.EDGE;
            return Stream.of(Violation.at("nodes.roles")
                            .given("no " + role.key() + " with abr: true")
                            .allowed("every role, at least " + LEAST + " of each")
                            .todo("add " + role.key() + ", or set abr: false"))
                    .filter(violation -> !toldByRolesOfCluster);
        }
        return Stream.of(Violation.at("nodes.roles." + role.key() + ".min")
                        .given(target.min() + " with abr: true")
                        .allowed("at least " + LEAST)
                        .todo("raise it, or set abr: false"))
                .filter(violation -> target.min() < LEAST);
    }
}
