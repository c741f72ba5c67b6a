package io.streamfleet.core.construct;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.DatabasePlan;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.spec.MysqlVersion;
import java.util.stream.Stream;

/**
 * What a new MySQL database is on every cloud.
 *
 * @param version version of MySQL. Default: 8.4
 * @param storageGib storage in GiB, 20 or more. Default: 20
 * @param highAvailability whether a standby takes over, in another zone where there is one. Default: it does
 * @param backupDays days that daily backups are kept, 1 or more. Default: 7
 * @param requireTls whether connections without TLS are refused. Default: they are
 * @param user user that servers log in as. Default: streammanager
 * @param schema schema that is created empty. Default: cluster
 * @param isProtected whether the database refuses to be deleted. Default: it does
 */
@Props
public record DatabaseSettings(
        MysqlVersion version,
        @Range(min = "20") Integer storageGib,
        Boolean highAvailability,
        @Range(min = "1") Integer backupDays,
        Boolean requireTls,

        @Matches(value = Database.USER, is = Database.USER_IS)
        String user,

        @Matches(value = "[A-Za-z][A-Za-z0-9_]{0,63}", is = "1 to 64 letters, digits and underscores, a letter first")
        String schema,

        Boolean isProtected) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something is outside what every cloud has
     */
    public DatabaseSettings {
        version = version == null ? MysqlVersion.V8_4 : version;
        storageGib = storageGib == null ? Integer.valueOf(20) : storageGib;
        highAvailability = highAvailability == null || highAvailability;
        backupDays = backupDays == null ? Integer.valueOf(7) : backupDays;
        requireTls = requireTls == null || requireTls;
        user = user == null ? "streammanager" : user;
        schema = schema == null ? "cluster" : schema;
        isProtected = isProtected == null || isProtected;
        new Check(
                        DatabaseSettings.class,
                        version,
                        storageGib,
                        highAvailability,
                        backupDays,
                        requireTls,
                        user,
                        schema,
                        isProtected)
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabaseSettingsBuilder builder() {
        return DatabaseSettingsBuilder.builder();
    }

    /** Returns the defaults. */
    public static DatabaseSettings byDefault() {
        return builder().build();
    }

    /**
     * Returns the settings of the database that a plan creates.
     *
     * @throws IllegalArgumentException when it creates none
     */
    public static DatabaseSettings of(ClusterPlan plan) {
        DatabasePlan planned = plan.database()
                .filter(DatabasePlan::isCreated)
                .orElseThrow(() -> new IllegalArgumentException(plan.name() + " creates no database"));
        Database.Create create = (Database.Create) planned.database();
        return builder()
                .version(create.version())
                .storageGib(create.storageGib())
                .highAvailability(create.highAvailability())
                .backupDays(create.backupDays())
                .requireTls(create.tls() == DatabaseTls.REQUIRED)
                .user(create.user())
                .schema(planned.schema())
                .isProtected(plan.spec().protect())
                .build();
    }

    /**
     * Returns what a cloud's database has too little for, by the path {@code settings}.
     *
     * @param mostStorageGib the largest storage in GiB
     * @param mostBackupDays the longest that backups are kept
     */
    public Stream<Violation> beyond(int mostStorageGib, int mostBackupDays) {
        return Stream.of(
                        atMost("storageGib", storageGib, mostStorageGib),
                        atMost("backupDays", backupDays, mostBackupDays))
                .flatMap(found -> found);
    }

    private static Stream<Violation> atMost(String path, int given, int most) {
        return given <= most
                ? Stream.empty()
                : Stream.of(Violation.at("settings." + path).given(given).allowed("at most " + most));
    }
}
