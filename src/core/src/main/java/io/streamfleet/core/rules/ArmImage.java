package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Warns of Stream Managers on ARM: an image of the other architecture does not start, and its name does not tell. */
final class ArmImage implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        return ServerType.of(cluster.cloud(), cluster.tier().instanceType()).stream()
                .filter(ServerType::isArm)
                .map(type -> Violation.at(Red5View.path(cluster.typeKey()))
                        .given(cluster.tier().instanceType() + ", an ARM type")
                        .allowed("of the image's own architecture")
                        .todo("see that the image is arm64")
                        .asWarning());
    }
}
