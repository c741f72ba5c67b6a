package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps to database classes that can be ones, and warns of families that RDS gives to no new database. */
final class KnownDatabaseClass implements Red5OnAwsRule {
    private static final String PATH = "database.create.instanceType";
    private static final Set<String> OLD = Set.of("m1", "m2", "m3", "m4", "r3", "r4", "t1", "t2");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newDatabase().map(Database.Create::instanceType).stream().flatMap(KnownDatabaseClass::check);
    }

    private static Stream<Violation> check(String type) {
        Optional<InstanceType> instance = type.startsWith("db.")
                ? InstanceType.of(type.substring(3))
                        .filter(found ->
                                !found.size().equals("nano") && !found.size().startsWith("metal"))
                : Optional.empty();
        if (instance.isEmpty()) {
            return Stream.of(Violation.at(PATH)
                    .given(type)
                    .allowed("an RDS instance class, such as db.t4g.medium")
                    .todo(InstanceType.of(type).isPresent() ? "did you mean db." + type + "?" : ""));
        }
        return instance.stream().filter(found -> OLD.contains(found.family())).map(found -> Violation.at(PATH)
                .given(type)
                .allowed("of a current family, since RDS gives this one to no new database")
                .todo("take db.t4g, db.m7g or db.r7g")
                .asWarning());
    }
}
