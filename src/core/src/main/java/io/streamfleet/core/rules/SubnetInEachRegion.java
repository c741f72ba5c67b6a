package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps a subnetwork ready in each region, of that region and of the network's project, and none beside them. */
final class SubnetInEachRegion implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return Stream.concat(
                cluster.newNetwork().stream()
                        .flatMap(network -> keys(
                                "google.network.create.subnets",
                                network.subnets().keySet(),
                                cluster.google().regions())),
                cluster.existingNetwork().stream().flatMap(network -> existing(network, cluster.google())));
    }

    private static Stream<Violation> existing(GoogleNetwork.Existing network, Google google) {
        String path = "google.network.existing.subnetworks";
        return Stream.concat(
                keys(path, network.subnetworks().keySet(), google.regions()),
                network.subnetworks().entrySet().stream()
                        .flatMap(each -> misplaced(
                                Violation.join(path, each.getKey()), each.getKey(), each.getValue(), network)));
    }

    private static Stream<Violation> keys(String path, Set<String> given, List<String> regions) {
        Stream<Violation> missing = regions.stream()
                .filter(region -> !given.contains(region))
                .map(region -> Violation.at(path)
                        .given("none in " + region)
                        .allowed("one in each of google.regions (" + String.join(", ", regions) + ")")
                        .todo("add " + region));
        Stream<Violation> idle = given.stream()
                .filter(region -> !regions.contains(region))
                .map(region -> Violation.at(Violation.join(path, region))
                        .given("one in " + region)
                        .allowed("in one of google.regions (" + String.join(", ", regions) + ")")
                        .todo("remove it, or add the region"));
        return Stream.concat(missing, idle);
    }

    private static Stream<Violation> misplaced(String at, String region, String path, GoogleNetwork.Existing network) {
        String[] parts = path.split("/");
        Violation violation = Violation.at(at).given(path);
        if (!parts[3].equals(region)) {
            return Stream.of(violation.allowed("a subnetwork of " + region).todo("correct one of them"));
        }
        return parts[1].equals(network.project())
                ? Stream.empty()
                : Stream.of(violation
                        .allowed("of the network's project (" + network.project() + ")")
                        .todo("correct one of them"));
    }
}
