package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps deployments from deleting each other's nodes: a Stream Manager takes every instance whose name begins with its
 * prefix for its own, so that {@code node} also deletes {@code nodedev-…}.
 */
final class NodePrefixesApart implements RuleTogether {
    @Override
    public Stream<FoundTogether> check(List<ClusterSpec> specs) {
        return Pairs.check(specs, NodePrefixesApart::ask);
    }

    private static Optional<Violation> ask(ClusterSpec later, ClusterSpec earlier) {
        if (!Pairs.mayMeet(later, earlier)
                || !(later.product() instanceof Red5 one)
                || !(earlier.product() instanceof Red5 other)) {
            return Optional.empty();
        }
        String prefix = one.nodes().prefix();
        String others = other.nodes().prefix();
        Violation violation = Violation.at("nodes.prefix").given(prefix);
        if (prefix.startsWith(others) || others.startsWith(prefix)) {
            return Optional.of(violation
                    .allowed("neither the beginning of " + others + " (nodes.prefix of " + earlier.name()
                            + ") nor begun by it, or one deployment deletes the other's nodes")
                    .todo("take prefixes that differ early"
                            + suggestionFor(later.name(), others)
                                    .map(such -> ", such as " + such)
                                    .orElse("")));
        }
        if (!later.name().equals(earlier.name())
                && (NodePrefixSparesServers.isOfServers(prefix, earlier.name())
                        || NodePrefixSparesServers.isOfServers(others, later.name()))) {
            return Optional.of(violation
                    .given(prefix + " beside " + others + " of " + earlier.name())
                    .allowed(
                            "prefixes that begin no other deployment's name, or its servers are deleted as stray nodes")
                    .todo("take prefixes such as " + NodePrefixSparesServers.suggestionFor(later.name())));
        }
        return Optional.empty();
    }

    /** Returns a prefix by a deployment's name, unless it would begin like the other's as well. */
    private static Optional<String> suggestionFor(String deployment, String others) {
        return Optional.of(NodePrefixSparesServers.suggestionFor(deployment))
                .filter(prefix -> !prefix.startsWith(others) && !others.startsWith(prefix));
    }
}
