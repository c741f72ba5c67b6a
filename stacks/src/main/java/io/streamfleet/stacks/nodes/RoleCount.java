package io.streamfleet.stacks.nodes;

import io.streamfleet.streammanager.Node;
import io.streamfleet.streammanager.ScalePolicy.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many nodes of a role there are, and should be.
 *
 * @param role the role
 * @param inService nodes that take streams
 * @param starting nodes on their way in
 * @param ending nodes on their way out
 * @param min fewest that should be in service
 * @param max most that there may be
 */
record RoleCount(String role, long inService, long starting, long ending, long min, long max) {
    static List<RoleCount> of(WantedFleet wanted, List<Node> nodes) {
        Map<String, Long> smallest = wanted.smallest();
        return wanted.limits().stream()
                .map(limits -> of(limits, smallest.get(limits.role()), nodes))
                .toList();
    }

    private static RoleCount of(Limits limits, long min, List<Node> nodes) {
        List<Node> own =
                nodes.stream().filter(node -> node.role().equals(limits.role())).toList();
        long inService = own.stream().filter(Node::isInService).count();
        long ending = own.stream().filter(Node::isEnding).count();
        return new RoleCount(limits.role(), inService, own.size() - inService - ending, ending, min, limits.max());
    }

    boolean isMet() {
        return inService >= min;
    }

    /** Returns what is still to come, in words; empty when every role is at its minimum. */
    static Optional<String> left(List<RoleCount> counts) {
        if (counts.stream().allMatch(RoleCount::isMet)) {
            return Optional.empty();
        }
        return Optional.of("in service: " + words(counts));
    }

    static String words(List<RoleCount> counts) {
        return counts.stream()
                .map(count -> count.role() + " " + count.inService() + " of " + count.min())
                .collect(Collectors.joining(", "));
    }
}
