package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Warns of Stream Managers on ARM: an image of the other architecture does not start, and its id does not tell. */
final class ArmImage implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return InstanceType.of(cluster.tier().instanceType()).stream()
                .filter(InstanceType::isArm)
                .map(type -> Violation.at(Red5OnAws.path("instanceType"))
                        .given(cluster.tier().instanceType() + ", an ARM type")
                        .allowed("of the image's own architecture")
                        .todo("see that the image is arm64")
                        .asWarning());
    }
}
