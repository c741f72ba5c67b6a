package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import java.util.stream.Stream;

/**
 * Keeps the Stream Managers from deleting each other: they take every instance whose name begins with the nodes' prefix
 * for a node, and remove those that they do not know.
 */
final class NodePrefixSparesServers implements Rule {
    /** A prefix has 23 characters at most, and {@code -node} takes five. */
    private static final int LONGEST_FIRST_PART = 18;

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5
                ? Stream.of(red5.nodes().prefix())
                        .filter(prefix -> isOfServers(prefix, spec.name()))
                        .map(prefix -> Violation.at("nodes.prefix")
                                .given(prefix)
                                .allowed("no beginning of the Stream Managers' own names (" + spec.name()
                                        + "…), or they would be deleted as stray nodes")
                                .todo("take one such as " + suggestionFor(spec.name())))
                : Stream.empty();
    }

    /** Returns a prefix that no rule refuses for a deployment of its own. */
    static String suggestionFor(String deployment) {
        String first = deployment.substring(0, Math.min(deployment.length(), LONGEST_FIRST_PART));
        return (first.endsWith("-") ? first.substring(0, first.length() - 1) : first) + "-node";
    }

    /** Returns whether a prefix begins the names of a deployment's own servers. */
    static boolean isOfServers(String prefix, String deployment) {
        return Stream.of("", "-streammanager", "-stream-manager")
                .anyMatch(end -> (deployment + end).startsWith(prefix));
    }
}
