package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps to machine types that can be ones: the vendor's guide has an {@code F2Standard_F2}, which no cloud launches. */
final class KnownMachineType implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        Stream<Violation> managers =
                check(Red5View.path("machineType"), cluster.tier().instanceType());
        Stream<Violation> nodes = cluster.nodes().roles().entrySet().stream()
                .flatMap(entry -> check(
                        Red5View.path(entry.getKey(), "machineType"),
                        entry.getValue().instanceType()));
        return Stream.concat(managers, nodes);
    }

    private static Stream<Violation> check(String path, String type) {
        return Stream.of(Violation.at(path)
                        .given(type)
                        .allowed("a machine type of Compute Engine, family, kind and size, such as n2-standard-2"))
                .filter(violation -> MachineType.of(type).isEmpty());
    }
}
