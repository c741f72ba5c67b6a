package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.DatabaseAccess;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link Database} is made of.
 *
 * @param network where it has its private address: required
 * @param region region of the instance. Default: the network's first
 * @param tier type of the server, such as {@code db-custom-2-7680}: required
 * @param access from where it can be reached: its network alone, or by a public address from those that are let in.
 *     Default: its network alone
 * @param secret name of the JSON secret that holds the user's password, in the stack's project; it exists beforehand:
 *     required
 * @param passwordKey key of the password in the secret. Default: databasePassword
 * @param passwordVersion counts up the passwords: a higher number sets the password anew, from the secret. Default: 1
 * @param settings what it is on every cloud, with storage of at most 65536 GiB, which grows by itself when it is full, and
 *     at most 365 daily backups. Default: as {@link DatabaseSettings} has it
 * @param labels labels of the instance. Default: none
 */
@Props
public record DatabaseProps(
        INetwork network,

        @Matches(value = "[a-z]+-[a-z]+[0-9]{1,2}", is = "a region of Google Cloud, such as us-central1")
        String region,

        @Matches(value = "db-[a-z0-9-]{1,40}", is = "a type of Cloud SQL server, such as db-custom-2-7680")
        String tier,

        DatabaseAccess access,

        @Matches(
                value = "[A-Za-z0-9_-]{1,255}",
                is = "a secret's name: 1 to 255 letters, digits, hyphens and underscores")
        String secret,

        @Matches(value = "[A-Za-z_][A-Za-z0-9_]{0,63}", is = "a key of letters, digits and underscores")
        String passwordKey,

        @Range(min = "1", max = "1000000") Integer passwordVersion,
        DatabaseSettings settings,
        Map<String, String> labels) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of Cloud SQL
     */
    public DatabaseProps {
        region = region != null || network == null ? region : network.regions().get(0);
        access = access == null ? DatabaseAccess.PRIVATE : access;
        passwordKey = passwordKey == null ? "databasePassword" : passwordKey;
        passwordVersion = passwordVersion == null ? Integer.valueOf(1) : passwordVersion;
        settings = settings == null ? DatabaseSettings.byDefault() : settings;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        new Check(
                        DatabaseProps.class,
                        network,
                        network == null ? "us-central1" : region,
                        tier,
                        access,
                        secret,
                        passwordKey,
                        passwordVersion,
                        settings,
                        labels)
                .and(settings.beyond(65536, 365))
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabasePropsBuilder builder() {
        return DatabasePropsBuilder.builder();
    }
}
