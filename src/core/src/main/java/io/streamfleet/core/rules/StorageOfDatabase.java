package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.stream.Stream;

/** Keeps a database's storage to what Azure Database for MySQL has. */
final class StorageOfDatabase implements Red5OnAzureRule {
    private static final int LARGEST = 16_384;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return cluster.newDatabase().map(Database.Create::storageGib).stream()
                .filter(size -> size > LARGEST)
                .map(size -> Violation.at("database.create.storageGib")
                        .given(size)
                        .allowed("at most " + LARGEST + ", the largest that Azure Database for MySQL has"));
    }
}
