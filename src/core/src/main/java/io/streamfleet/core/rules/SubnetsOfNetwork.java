package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps a new network's subnets within it, apart from each other, and as large as Azure and the servers need. */
final class SubnetsOfNetwork implements Red5OnAzureRule {
    private static final String PATH = "azure.network.create.";

    /** Azure keeps five addresses of each subnet to itself. */
    private static final int AZURES_OWN = 5;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return cluster.newNetwork().stream().flatMap(network -> {
            Map<String, Cidr> subnets = new LinkedHashMap<>();
            subnets.put("gatewaySubnet", network.gatewaySubnet());
            subnets.put("serverSubnet", network.serverSubnet());
            network.databaseSubnet().ifPresent(range -> subnets.put("databaseSubnet", range));
            return Stream.concat(
                    misplaced(network.cidr(), subnets), tooSmall(subnets, managers(cluster), nodes(cluster)));
        });
    }

    private static Stream<Violation> misplaced(Cidr network, Map<String, Cidr> subnets) {
        List<String> names = List.copyOf(subnets.keySet());
        return IntStream.range(0, names.size()).boxed().flatMap(i -> {
            Cidr range = subnets.get(names.get(i));
            Violation violation = Violation.at(PATH + names.get(i)).given(range);
            if (!network.contains(range)) {
                return Stream.of(
                        violation.allowed("within cidr (" + network + ")").todo("correct one of them"));
            }
            return names.subList(0, i).stream()
                    .filter(other -> subnets.get(other).overlaps(range))
                    .limit(1)
                    .map(other -> violation
                            .allowed("apart from " + other + " (" + subnets.get(other) + ")")
                            .todo("change one of them"));
        });
    }

    private static Stream<Violation> tooSmall(Map<String, Cidr> subnets, int managers, int nodes) {
        return Stream.of(
                        smaller(subnets, "gatewaySubnet", 26, "so that the gateway has room to grow"),
                        smaller(subnets, "databaseSubnet", 28, "the smallest that MySQL takes"),
                        Optional.of(subnets.get("serverSubnet"))
                                .filter(range -> roomOfHalf(range) < Math.max(managers, nodes))
                                .map(range -> Violation.at(PATH + "serverSubnet")
                                        .given(range + ", which has room for " + roomOfHalf(range) + " in each half")
                                        .allowed("a range with room for " + nodes + " nodes in one half and for "
                                                + managers
                                                + " Stream Managers in the other, the largest numbers of them")
                                        .todo("widen it")))
                .flatMap(Optional::stream);
    }

    private static Optional<Violation> smaller(Map<String, Cidr> subnets, String name, int longest, String why) {
        return Optional.ofNullable(subnets.get(name))
                .filter(range -> range.prefix() > longest)
                .map(range -> Violation.at(PATH + name)
                        .given(range)
                        .allowed("/" + longest + " or larger, " + why)
                        .todo("widen it"));
    }

    private static long roomOfHalf(Cidr range) {
        return Math.max(0, (1L << (32 - range.prefix())) / 2 - AZURES_OWN);
    }

    private static int managers(Red5OnAzure cluster) {
        return Stream.concat(
                        Stream.of(cluster.tier().group().max()),
                        cluster.tier().schedule().values().stream().map(Schedule::max))
                .mapToInt(Integer::intValue)
                .max()
                .getAsInt();
    }

    private static int nodes(Red5OnAzure cluster) {
        return cluster.nodes().roles().values().stream()
                .mapToInt(NodeTarget::max)
                .sum();
    }
}
