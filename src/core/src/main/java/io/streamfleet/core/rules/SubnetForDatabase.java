package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNetwork;
import java.util.stream.Stream;

/** Keeps a subnet ready for a database inside the network, which takes one of its own, and tells of one without. */
final class SubnetForDatabase implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        boolean isNew = cluster.newNetwork().isPresent();
        Violation violation =
                Violation.at(isNew ? "azure.network.create.databaseSubnet" : "azure.network.existing.databaseSubnet");
        boolean isThere = cluster.newNetwork()
                        .flatMap(AzureNetwork.Create::databaseSubnet)
                        .isPresent()
                || cluster.existingNetwork()
                        .flatMap(AzureNetwork.Existing::databaseSubnet)
                        .isPresent();
        if (cluster.hasPrivateDatabase() == isThere) {
            return Stream.empty();
        }
        return Stream.of(
                isThere
                        ? violation
                                .given("a subnet without a private database")
                                .allowed("absent, since nothing is put into it")
                                .todo("remove it")
                                .asWarning()
                        : violation
                                .given("nothing with a private database")
                                .allowed(isNew ? "a range of /28 or larger" : "the id of a subnet delegated to MySQL")
                                .todo("add it, or set database.create.access: public"));
    }
}
