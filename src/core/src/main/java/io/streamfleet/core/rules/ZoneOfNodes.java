package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.GoogleNodes;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the nodes' default zone in a region where nodes are launched. */
final class ZoneOfNodes implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        List<String> regions = cluster.nodes().regions().isEmpty()
                ? cluster.google().regions()
                : cluster.nodes().regions();
        return ((GoogleNodes) cluster.nodes().onCloud())
                .zone().stream()
                        .filter(zone -> regions.stream().noneMatch(region -> zone.startsWith(region + "-")))
                        .map(zone -> Violation.at("nodes.zone")
                                .given(zone)
                                .allowed("a zone of the nodes' regions (" + String.join(", ", regions) + ")")
                                .todo("correct it, or add its region to nodes.regions"));
    }
}
