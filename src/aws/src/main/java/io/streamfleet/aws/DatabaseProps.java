package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Ports;

/**
 * What a {@link Database} is made of.
 *
 * @param network where it stands: required
 * @param instanceClass type of the server, with its {@code db.}, such as {@code db.t4g.medium}: required
 * @param port port, 1150 to 65535. Default: 3306
 * @param settings what it is on every cloud, with storage of at most 65536 GiB and backups of at most 35 days; its user is
 *     the master user. Default: as {@link DatabaseSettings} has it
 */
@Props
public record DatabaseProps(
        INetwork network,

        @Matches(
                value = "db\\.[a-z0-9-]{2,16}\\.[a-z0-9]{2,16}",
                is = "a database instance class, such as db.t4g.medium")
        String instanceClass,

        @Range(min = "1150", max = "65535") Integer port,
        DatabaseSettings settings) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of RDS
     */
    public DatabaseProps {
        port = port == null ? Integer.valueOf(Ports.MYSQL) : port;
        settings = settings == null ? DatabaseSettings.byDefault() : settings;
        new Check(DatabaseProps.class, network, instanceClass, port, settings)
                .and(settings.beyond(65536, 35))
                .orThrow();
    }

    /** Returns a builder. */
    public static DatabasePropsBuilder builder() {
        return DatabasePropsBuilder.builder();
    }
}
