package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps nodes launching: the Stream Managers give each a boot disk of {@code compute.defaultdisk}, which is pd-standard and
 * the vendor says not to change, and Google refuses to make a server of a newer series with one.
 *
 * @see <a href="https://www.red5.net/docs/installation/jdk8-google-cloud/stream-manager-configuration/">Stream Manager
 *     configuration</a>
 * @see <a href="https://cloud.google.com/compute/docs/disks/persistent-disks#machine_type_support">Disks by machine
 *     series</a>
 */
final class DiskOfNodes implements Red5OnGoogleRule {
    private static final Set<String> WITHOUT_IT =
            Set.of("a3", "a4", "a4x", "c3", "c3d", "c4", "c4a", "c4d", "h3", "h4d", "m4", "n4", "n4a", "n4d", "x4");

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.nodes().roles().entrySet().stream()
                .filter(entry -> MachineType.of(entry.getValue().instanceType())
                        .filter(type -> WITHOUT_IT.contains(type.family()))
                        .isPresent())
                .map(entry -> Violation.at(Red5View.path(entry.getKey(), "machineType"))
                        .given(entry.getValue().instanceType())
                        .allowed("of a series that has pd-standard disks, which the Stream Managers give their nodes")
                        .todo("take one of e2, n1, n2, n2d, c2, c2d, t2d or t2a"));
    }
}
