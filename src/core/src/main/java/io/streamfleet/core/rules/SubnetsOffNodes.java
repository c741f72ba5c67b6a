package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps the Stream Managers' subnetworks apart from each other and from the nodes, which are in the network's own
 * subnetworks: Google refuses what overlaps, and firewall rules know the nodes by that range alone.
 */
final class SubnetsOffNodes implements Red5OnGoogleRule {
    private static final int SMALLEST = 29;

    /** Google keeps four addresses of each subnetwork to itself. */
    private static final int GOOGLES_OWN = 4;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.newNetwork().stream().flatMap(network -> {
            List<Map.Entry<String, Cidr>> subnets =
                    List.copyOf(network.subnets().entrySet());
            return IntStream.range(0, subnets.size())
                    .boxed()
                    .flatMap(i -> check(subnets.get(i), subnets.subList(0, i), cluster));
        });
    }

    private static Stream<Violation> check(
            Map.Entry<String, Cidr> subnet, List<Map.Entry<String, Cidr>> earlier, Red5OnGoogle cluster) {
        Cidr range = subnet.getValue();
        Violation violation =
                Violation.at("google.network.create.subnets." + subnet.getKey()).given(range);
        if (GoogleNetwork.NODES.overlaps(range)) {
            return Stream.of(violation
                    .allowed("outside " + GoogleNetwork.NODES + ", Google's own subnetworks, where the nodes are")
                    .todo("take one of 10.0.0.0/9, 172.16.0.0/12 or 192.168.0.0/16"));
        }
        int servers = servers(cluster.tier());
        boolean hasNodeEntry = cluster.view().nodePath() instanceof NodePath.Internal;
        if (range.prefix() > SMALLEST || room(range) < servers + (hasNodeEntry ? 1 : 0)) {
            return Stream.of(violation
                    .given(range + ", which has room for " + room(range))
                    .allowed(
                            hasNodeEntry
                                    ? "a range of at least " + (servers + 1)
                                            + " addresses, the group's largest number of servers and the nodes' way in"
                                    : "a range of at least " + servers + " servers, the group's largest number")
                    .todo("widen it"));
        }
        return earlier.stream()
                .filter(other -> other.getValue().overlaps(range))
                .limit(1)
                .map(other -> violation
                        .allowed("apart from that of " + other.getKey() + " (" + other.getValue() + ")")
                        .todo("change one of them"));
    }

    private static long room(Cidr range) {
        return Math.max(0, (1L << (32 - range.prefix())) - GOOGLES_OWN);
    }

    private static int servers(Tier tier) {
        return Stream.concat(
                        Stream.of(tier.group().max()),
                        tier.schedule().values().stream().map(Schedule::max))
                .mapToInt(Integer::intValue)
                .max()
                .getAsInt();
    }
}
