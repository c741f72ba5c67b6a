package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Ports;
import java.util.Optional;

/**
 * Names a database that exists.
 *
 * @param host host name or address, reachable from the servers: required
 * @param port port. Default: 3306
 * @param user user that servers log in as: required
 * @param serverId id of the flexible server that it is, whose firewall is opened to the servers. Default: somebody else
 *     opens it
 */
@Props
public record DatabaseAttributes(
        String host,
        @Range(min = "1", max = "65535") Integer port,
        String user,

        @Matches(value = AzureTexts.SERVER, is = AzureTexts.SERVER_IS)
        Optional<String> serverId) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or is no id
     */
    public DatabaseAttributes {
        port = port == null ? Integer.valueOf(Ports.MYSQL) : port;
        serverId = serverId == null ? Optional.empty() : serverId;
        new Check(DatabaseAttributes.class, host, port, user, serverId).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAttributesBuilder builder() {
        return DatabaseAttributesBuilder.builder();
    }
}
