package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.DatabaseAccess;
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
 * @param access from where it can be reached: its network alone, or by a public address from those that are let in.
 *     Default: its network alone
 * @param keyVaultId id of the key vault that holds the secret: required
 * @param secret name of the JSON secret that holds the user's password; it exists beforehand: required
 * @param passwordKey key of the password in the secret. Default: databasePassword
 * @param passwordVersion counts up the passwords: a higher number sets the password anew, from the secret. Default: 1
 * @param settings what it is on every cloud. Its storage, of at most 16384 GiB, is what it starts with: it grows by itself
 *     when it is nearly full, and another number does nothing to a server that is there. Backups are kept for at most 35
 *     days, its user is the administrator, and what protects it is Terraform. Default: as {@link DatabaseSettings} has it
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

        DatabaseAccess access,
        String keyVaultId,

        @Matches(value = "[A-Za-z0-9-]{1,127}", is = "a secret's name: 1 to 127 letters, digits and hyphens")
        String secret,

        @Matches(value = "[A-Za-z_][A-Za-z0-9_]{0,63}", is = "a key of letters, digits and underscores")
        String passwordKey,

        @Range(min = "1", max = "1000000") Integer passwordVersion,
        DatabaseSettings settings) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of MySQL on Azure
     */
    public DatabaseProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
        access = access == null ? DatabaseAccess.PRIVATE : access;
        passwordKey = passwordKey == null ? "databasePassword" : passwordKey;
        passwordVersion = passwordVersion == null ? Integer.valueOf(1) : passwordVersion;
        settings = settings == null ? DatabaseSettings.byDefault() : settings;
        new Check(
                        DatabaseProps.class,
                        name,
                        uniqueIn,
                        place,
                        network,
                        zones,
                        sku,
                        access,
                        keyVaultId,
                        secret,
                        passwordKey,
                        passwordVersion,
                        settings)
                .and(settings.beyond(16384, 35))
                .that(
                        !settings.highAvailability() || sku == null || !sku.startsWith("B_"),
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
