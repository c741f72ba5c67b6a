package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.MysqlVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link Database} is made of.
 *
 * @param network where it has its private address: required
 * @param region region of the instance. Default: the network's first
 * @param tier type of the server, such as {@code db-custom-2-7680}: required
 * @param version version of MySQL. Default: 8.4
 * @param storageGib storage in GiB, 20 to 65536, which grows by itself when it is full. Default: 20
 * @param highAvailability whether a standby in another zone takes over. Default: it does
 * @param backupDays daily backups that are kept, 1 to 365. Default: 7
 * @param access from where it can be reached: its network alone, or by a public address from those that are let in.
 *     Default: its network alone
 * @param requireTls whether connections without TLS are refused. Default: they are
 * @param user user that servers log in as. Default: streammanager
 * @param schema schema that is created empty. Default: cluster
 * @param secret name of the JSON secret that holds the user's password, in the stack's project; it exists beforehand:
 *     required
 * @param passwordKey key of the password in the secret. Default: databasePassword
 * @param passwordVersion counts up the passwords: a higher number sets the password anew, from the secret. Default: 1
 * @param isProtected whether the database refuses to be deleted. Default: it does
 * @param labels labels of the instance. Default: none
 */
@Props
public record DatabaseProps(
        INetwork network,

        @Matches(value = "[a-z]+-[a-z]+[0-9]{1,2}", is = "a region of Google Cloud, such as us-central1")
        String region,

        @Matches(value = "db-[a-z0-9-]{1,40}", is = "a type of Cloud SQL server, such as db-custom-2-7680")
        String tier,

        MysqlVersion version,
        @Range(min = "20", max = "65536") Integer storageGib,
        Boolean highAvailability,
        @Range(min = "1", max = "365") Integer backupDays,
        DatabaseAccess access,
        Boolean requireTls,

        @Matches(value = io.streamfleet.core.spec.Database.USER, is = io.streamfleet.core.spec.Database.USER_IS)
        String user,

        @Matches(value = "[A-Za-z][A-Za-z0-9_]{0,63}", is = "1 to 64 letters, digits and underscores, a letter first")
        String schema,

        @Matches(
                value = "[A-Za-z0-9_-]{1,255}",
                is = "a secret's name: 1 to 255 letters, digits, hyphens and underscores")
        String secret,

        @Matches(value = "[A-Za-z_][A-Za-z0-9_]{0,63}", is = "a key of letters, digits and underscores")
        String passwordKey,

        @Range(min = "1", max = "1000000") Integer passwordVersion,
        Boolean isProtected,
        Map<String, String> labels) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of Cloud SQL
     */
    public DatabaseProps {
        region = region != null || network == null ? region : network.regions().get(0);
        version = version == null ? MysqlVersion.V8_4 : version;
        storageGib = storageGib == null ? Integer.valueOf(20) : storageGib;
        highAvailability = highAvailability == null || highAvailability;
        backupDays = backupDays == null ? Integer.valueOf(7) : backupDays;
        access = access == null ? DatabaseAccess.PRIVATE : access;
        requireTls = requireTls == null || requireTls;
        user = user == null ? "streammanager" : user;
        schema = schema == null ? "cluster" : schema;
        passwordKey = passwordKey == null ? "databasePassword" : passwordKey;
        passwordVersion = passwordVersion == null ? Integer.valueOf(1) : passwordVersion;
        isProtected = isProtected == null || isProtected;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        new Check(
                        DatabaseProps.class,
                        network,
                        network == null ? "us-central1" : region,
                        tier,
                        version,
                        storageGib,
                        highAvailability,
                        backupDays,
                        access,
                        requireTls,
                        user,
                        schema,
                        secret,
                        passwordKey,
                        passwordVersion,
                        isProtected,
                        labels)
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabasePropsBuilder builder() {
        return DatabasePropsBuilder.builder();
    }
}
