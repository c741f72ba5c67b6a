package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/**
 * Keeps a group to the servers that its region's NAT gateway has ports for: one beyond would have no way out, read no secret
 * and never become healthy.
 *
 * @see <a href="https://cloud.google.com/nat/docs/ports-and-addresses">Addresses and ports of Cloud NAT</a>
 */
final class PortsOfNat implements Red5OnGoogleRule {
    private static final int PORTS = 64_512;

    /** What the gateway gives each server from the start. */
    private static final int OF_A_SERVER = 512;

    private static final int MOST = PORTS / OF_A_SERVER;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        int max = cluster.tier().group().max();
        return Stream.of(Violation.at(Red5View.path("group.max"))
                        .given(max)
                        .allowed("at most " + MOST + ", since a region's NAT gateway has one address of " + PORTS
                                + " ports, and each server takes " + OF_A_SERVER + " or more")
                        .todo("list more regions, or bring a network with a way out of its own"))
                .filter(violation ->
                        max > MOST && cluster.hasNat() && !cluster.tier().publicAddress());
    }
}
