package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.MysqlVersion;

/**
 * What a {@link Database} is made of.
 *
 * @param network where it stands: required
 * @param instanceClass type of the server, with its {@code db.}, such as {@code db.t4g.medium}: required
 * @param version version of MySQL. Default: 8.4
 * @param storageGib storage in GiB, 20 to 65536. Default: 20
 * @param highAvailability whether a standby in another zone takes over. Default: it does
 * @param backupDays days that backups are kept, 1 to 35. Default: 7
 * @param requireTls whether connections without TLS are refused. Default: they are
 * @param user user that servers log in as, which is the database's master user. Default: streammanager
 * @param schema schema that is created empty. Default: cluster
 * @param port port, 1150 to 65535. Default: 3306
 * @param isProtected whether the database refuses to be deleted. Default: it does
 */
@Props
public record DatabaseProps(
        INetwork network,

        @Matches(
                value = "db\\.[a-z0-9-]{2,16}\\.[a-z0-9]{2,16}",
                is = "a database instance class, such as db.t4g.medium")
        String instanceClass,

        MysqlVersion version,
        @Range(min = "20", max = "65536") Integer storageGib,
        Boolean highAvailability,
        @Range(min = "1", max = "35") Integer backupDays,
        Boolean requireTls,

        @Matches(value = io.streamfleet.core.spec.Database.USER, is = io.streamfleet.core.spec.Database.USER_IS)
        String user,

        @Matches(value = "[A-Za-z][A-Za-z0-9_]{0,63}", is = "1 to 64 letters, digits and underscores, a letter first")
        String schema,

        @Range(min = "1150", max = "65535") Integer port,
        Boolean isProtected) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of RDS
     */
    public DatabaseProps {
        version = version == null ? MysqlVersion.V8_4 : version;
        storageGib = storageGib == null ? Integer.valueOf(20) : storageGib;
        highAvailability = highAvailability == null || highAvailability;
        backupDays = backupDays == null ? Integer.valueOf(7) : backupDays;
        requireTls = requireTls == null || requireTls;
        user = user == null ? "streammanager" : user;
        schema = schema == null ? "cluster" : schema;
        port = port == null ? Integer.valueOf(3306) : port;
        isProtected = isProtected == null || isProtected;
        new Check(
                        DatabaseProps.class,
                        network,
                        instanceClass,
                        version,
                        storageGib,
                        highAvailability,
                        backupDays,
                        requireTls,
                        user,
                        schema,
                        port,
                        isProtected)
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabasePropsBuilder builder() {
        return DatabasePropsBuilder.builder();
    }
}
