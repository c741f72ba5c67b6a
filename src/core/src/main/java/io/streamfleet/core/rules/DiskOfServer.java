package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps the servers' disks to the size that Azure's operating system disks have at most. */
final class DiskOfServer implements Red5OnAzureRule {
    private static final int LARGEST = 4095;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return Stream.of(cluster.tier().diskGib())
                .filter(size -> size > LARGEST)
                .map(size -> Violation.at(Red5View.path("diskGib"))
                        .given(size)
                        .allowed("at most " + LARGEST + ", the largest that Azure starts a server from"));
    }
}
