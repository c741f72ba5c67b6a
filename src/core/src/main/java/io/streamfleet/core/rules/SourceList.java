package io.streamfleet.core.rules;

import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of addresses that may open connections.
 *
 * @param path where it stands
 * @param ranges the ranges
 */
record SourceList(String path, List<Cidr> ranges) {
    /** Where the addresses of administrators stand. */
    static final String ADMIN = "entry.adminFrom";

    /** Returns every such list of a description. */
    static Stream<SourceList> of(ClusterSpec spec) {
        Stream<SourceList> tiers = spec.product()
                .tiers()
                .map(named -> new SourceList(named.path("sshFrom"), named.tier().sshFrom()));
        if (spec.product() instanceof Red5 red5) {
            return Stream.concat(
                    tiers,
                    Stream.of(
                            new SourceList(ADMIN, red5.entry().adminFrom()),
                            new SourceList("nodes.sshFrom", red5.nodes().sshFrom())));
        }
        return tiers;
    }

    /** Returns the path of one range. */
    String path(int index) {
        return path + "[" + index + "]";
    }
}
