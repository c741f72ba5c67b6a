package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.DatabaseAccess;
import java.util.stream.Stream;

/** Keeps the database off the internet: the Stream Managers reach it inside the VPC, so nothing is won by more. */
final class PrivateDatabase implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newDatabase().stream()
                .filter(database -> database.access() == DatabaseAccess.PUBLIC)
                .map(database -> Violation.at("database.create.access")
                        .given("public")
                        .allowed("private on aws: the Stream Managers are in the database's own VPC")
                        .todo("remove the key"));
    }
}
