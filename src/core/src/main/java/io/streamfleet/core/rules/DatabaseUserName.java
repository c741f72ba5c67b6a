package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the database's user to names that RDS creates: not its own accounts, not MySQL's reserved words. */
final class DatabaseUserName implements Red5OnAwsRule {
    private static final Set<String> RESERVED = WordList.read("mysql-reserved-words.txt");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newDatabase().map(Database.Create::user).stream()
                .filter(user -> RESERVED.contains(user.toUpperCase(Locale.ROOT)))
                .map(user -> Violation.at("database.create.user")
                        .given(user)
                        .allowed("a name that neither RDS nor MySQL reserves")
                        .todo("take another, such as streammanager"));
    }
}
