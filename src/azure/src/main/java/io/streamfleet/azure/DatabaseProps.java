package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.MysqlVersion;
import io.streamfleet.core.value.Texts;
import java.util.List;

/**
 * What a {@link Database} is made of.
 *
 * @param name the deployment's name, with which the server's begins: required
 * @param uniqueIn what tells the deployment from others of its name in all of Azure, such as the id of its resource group:
 *     the server's name holds a hash of it, since it is a host name. Required
 * @param place where it is: required
 * @param network network that a private database has its address in: required
 * @param zones availability zones of the location that are used. Default: none, where a location has none
 * @param sku size of the server, such as {@code GP_Standard_D2ds_v4}: required
 * @param version version of MySQL. Default: 8.4
 * @param storageGib storage in GiB that it starts with, 20 to 16384: it grows by itself when it is nearly full, and another
 *     number does nothing to a server that is there. Default: 20
 * @param highAvailability whether a standby takes over, in another zone where there is one. Default: it does
 * @param backupDays days that backups are kept, 1 to 35. Default: 7
 * @param access from where it can be reached: its network alone, or by a public address from those that are let in.
 *     Default: its network alone
 * @param requireTls whether connections without TLS are refused. Default: they are
 * @param user user that servers log in as, which is the database's administrator. Default: streammanager
 * @param schema schema that is created empty. Default: cluster
 * @param keyVaultId id of the key vault that holds the secret: required
 * @param secret name of the JSON secret that holds the user's password; it exists beforehand: required
 * @param passwordKey key of the password in the secret. Default: databasePassword
 * @param passwordVersion counts up the passwords: a higher number sets the password anew, from the secret. Default: 1
 * @param isProtected whether Terraform refuses to destroy the database. Default: it does
 */
@Props
public record DatabaseProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        String uniqueIn,
        Place place,
        INetwork network,
        List<String> zones,

        @Matches(
                value = "(B|GP|MO)_Standard_[A-Za-z0-9_]{2,30}",
                is = "a size of a MySQL server, such as GP_Standard_D2ds_v4")
        String sku,

        MysqlVersion version,
        @Range(min = "20", max = "16384") Integer storageGib,
        Boolean highAvailability,
        @Range(min = "1", max = "35") Integer backupDays,
        DatabaseAccess access,
        Boolean requireTls,

        @Matches(value = io.streamfleet.core.spec.Database.USER, is = io.streamfleet.core.spec.Database.USER_IS)
        String user,

        @Matches(value = "[A-Za-z][A-Za-z0-9_]{0,63}", is = "1 to 64 letters, digits and underscores, a letter first")
        String schema,

        String keyVaultId,

        @Matches(value = "[A-Za-z0-9-]{1,127}", is = "a secret's name: 1 to 127 letters, digits and hyphens")
        String secret,

        @Matches(value = "[A-Za-z_][A-Za-z0-9_]{0,63}", is = "a key of letters, digits and underscores")
        String passwordKey,

        @Range(min = "1", max = "1000000") Integer passwordVersion,
        Boolean isProtected) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of MySQL on Azure
     */
    public DatabaseProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
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
        new Check(
                        DatabaseProps.class,
                        name,
                        uniqueIn,
                        place,
                        network,
                        zones,
                        sku,
                        version,
                        storageGib,
                        highAvailability,
                        backupDays,
                        access,
                        requireTls,
                        user,
                        schema,
                        keyVaultId,
                        secret,
                        passwordKey,
                        passwordVersion,
                        isProtected)
                .that(
                        !highAvailability || sku == null || !sku.startsWith("B_"),
                        Violation.at("sku")
                                .given(sku + " with highAvailability")
                                .allowed("a GP or MO size, since the burstable ones have no standby"))
                .that(
                        access == DatabaseAccess.PUBLIC
                                || network == null
                                || network.databaseSubnetId().isPresent(),
                        Violation.at("network")
                                .given("a network without a subnet for the database")
                                .allowed("one with such, or access: public"))
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabasePropsBuilder builder() {
        return DatabasePropsBuilder.builder();
    }
}
