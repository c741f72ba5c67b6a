package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps nodes starting: one image cannot run on servers of two architectures. */
final class OneArchitecturePerImage implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        Nodes nodes = cluster.red5().nodes();
        Map<String, NodeRole> firstOfImage = new HashMap<>();
        List<Violation> found = new ArrayList<>();
        nodes.roles().forEach((role, target) -> ServerType.of(cluster.cloud(), target.instanceType())
                .ifPresent(type -> {
                    NodeRole first = firstOfImage.putIfAbsent(target.image().orElse(nodes.image()), role);
                    if (first != null) {
                        ServerType other = ServerType.of(
                                        cluster.cloud(),
                                        nodes.roles().get(first).instanceType())
                                .orElseThrow();
                        if (other.isArm() != type.isArm()) {
                            found.add(violation(
                                    Red5View.path(role, cluster.typeKey()), target.instanceType(), type, first, other));
                        }
                    }
                }));
        return found.stream();
    }

    private static Violation violation(String path, String given, ServerType type, NodeRole first, ServerType other) {
        return Violation.at(path)
                .given(given + ", a type of " + type.architecture())
                .allowed("of " + other.architecture() + " like " + first.key() + ", which has the same image")
                .todo("take a type of the same architecture, or give this role an image of its own (API 4.0)");
    }
}
