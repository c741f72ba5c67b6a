package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps to instance types that can be ones: the vendor's guide has an {@code F2Standard_F2}, which no cloud launches. */
final class KnownInstanceType implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        Stream<Violation> managers =
                check(Red5OnAws.path("instanceType"), cluster.tier().instanceType());
        Stream<Violation> nodes = cluster.red5().nodes().roles().entrySet().stream()
                .flatMap(entry -> check(
                        "nodes.roles." + entry.getKey().key() + ".instanceType",
                        entry.getValue().instanceType()));
        return Stream.concat(managers, nodes);
    }

    private static Stream<Violation> check(String path, String type) {
        return Stream.of(Violation.at(path)
                        .given(type)
                        .allowed("an EC2 instance type, family and size, such as c5.large"))
                .filter(violation -> InstanceType.of(type).isEmpty());
    }
}
