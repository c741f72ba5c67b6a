package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Ports;

/**
 * Names a database that exists; each text may be a token.
 *
 * @param host host name or address, reachable from the servers: required
 * @param port port. Default: 3306
 * @param user user that servers log in as: required
 */
@Props
public record DatabaseAttributes(
        String host, @Range(min = "1", max = "65535") Integer port, String user) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public DatabaseAttributes {
        port = port == null ? Integer.valueOf(Ports.MYSQL) : port;
        new Check(DatabaseAttributes.class, host, port, user).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAttributesBuilder builder() {
        return DatabaseAttributesBuilder.builder();
    }
}
