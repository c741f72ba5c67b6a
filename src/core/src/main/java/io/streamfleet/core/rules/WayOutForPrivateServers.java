package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsNat;
import java.util.stream.Stream;

/**
 * Keeps private servers connected: at boot they read their secret, and then the Stream Manager calls EC2 to launch nodes.
 * Without a NAT gateway neither is reached, and no server ever becomes healthy.
 */
final class WayOutForPrivateServers implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newNetwork().stream()
                .filter(network ->
                        network.nat() == AwsNat.NONE && !cluster.tier().publicAddress())
                .map(network -> Violation.at("aws.network.create.nat")
                        .given("none with private servers")
                        .allowed("perZone or one, by which they reach Secrets Manager and EC2")
                        .todo("raise it, or set streamManager.publicAddress: true"));
    }
}
