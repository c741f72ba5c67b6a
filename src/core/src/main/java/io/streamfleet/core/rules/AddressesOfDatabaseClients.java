package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureExistingDatabase;
import io.streamfleet.core.spec.DatabaseAccess;
import java.util.stream.Stream;

/**
 * Keeps a database that is reached by public addresses within the Stream Managers' reach: its firewall is opened to the
 * address of the deployment's own NAT gateway, so that there must be one.
 */
final class AddressesOfDatabaseClients implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        if (cluster.newNetwork().isPresent()) {
            return Stream.empty();
        }
        Stream<Violation> created = cluster.newDatabase().stream()
                .filter(database -> database.access() == DatabaseAccess.PUBLIC)
                .map(database -> Violation.at("database.create.access")
                        .given("public in an existing network")
                        .allowed("private, since the servers' public addresses are not known")
                        .todo("set access: private, or create a network"));
        Stream<Violation> existing = cluster.existingDatabase().stream()
                .filter(database ->
                        ((AzureExistingDatabase) database.onCloud()).server().isPresent())
                .map(database -> Violation.at("database.existing.server")
                        .given("a server whose firewall is to be opened, in an existing network")
                        .allowed("absent, since the servers' public addresses are not known")
                        .todo("remove it, and let the addresses in by which your network goes out"));
        return Stream.concat(created, existing);
    }
}
