package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.DatabaseAccess;
import java.util.stream.Stream;

/**
 * Keeps a public database within the Stream Managers' reach: it is opened to the addresses of the deployment's own NAT
 * gateways, so that there must be some, and servers must use them.
 */
final class AddressesOfPublicDatabase implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.newDatabase().stream()
                .filter(database -> database.access() == DatabaseAccess.PUBLIC)
                .flatMap(database -> problemOf(cluster))
                .map(violation -> violation.todo("set access: private, or change that"));
    }

    private static Stream<Violation> problemOf(Red5OnGoogle cluster) {
        Violation violation = Violation.at("database.create.access");
        if (!cluster.hasNat()) {
            return Stream.of(violation
                    .given("public with google.network.existing.nat: false")
                    .allowed("private, since the servers' public addresses are not known"));
        }
        return cluster.tier().publicAddress()
                ? Stream.of(violation
                        .given("public with streamManager.publicAddress: true")
                        .allowed("private, since servers with addresses of their own do not use the NAT gateways'"))
                : Stream.empty();
    }
}
