package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the database's user to names that the cloud creates: not its own accounts, not MySQL's reserved words. */
final class DatabaseUserName implements Red5Rule {
    private static final Set<String> RESERVED = WordList.read("mysql-reserved-words.txt");

    /** Names that Azure Database for MySQL gives to no administrator. */
    private static final Set<String> OF_AZURE = Set.of("admin", "administrator", "root", "guest", "public", "sa");

    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.newDatabase().map(Database.Create::user).stream()
                .filter(user -> isReserved(user, cluster.cloud()))
                .map(user -> Violation.at("database.create.user")
                        .given(user)
                        .allowed("a name that neither " + service(cluster.cloud()) + " nor MySQL reserves")
                        .todo("take another, such as streammanager"));
    }

    private static boolean isOfAzure(String user) {
        return user.startsWith("azure") || OF_AZURE.contains(user);
    }

    private static boolean isReserved(String user, Cloud cloud) {
        String lower = user.toLowerCase(Locale.ROOT);
        return RESERVED.contains(user.toUpperCase(Locale.ROOT))
                || cloud == Cloud.GOOGLE && (lower.equals("root") || lower.startsWith("cloudsql"))
                || cloud == Cloud.AZURE && isOfAzure(lower);
    }

    private static String service(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "RDS";
            case GOOGLE -> "Cloud SQL";
            case AZURE -> "Azure";
        };
    }
}
