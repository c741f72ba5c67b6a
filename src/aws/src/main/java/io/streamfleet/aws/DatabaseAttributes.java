package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Ports;
import java.util.Optional;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * Names a database that exists; each text may be a token.
 *
 * @param host host name or address, reachable from the servers: required
 * @param port port. Default: 3306
 * @param user user that servers log in as: required
 * @param securityGroupId id of the security group that guards it: required
 * @param secret secret with the user's password as {@code password}. Default: the password is in the tier's own secret
 */
@Props
public record DatabaseAttributes(
        String host,
        @Range(min = "1", max = "65535") Integer port,
        String user,
        String securityGroupId,
        Optional<ISecret> secret) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public DatabaseAttributes {
        port = port == null ? Integer.valueOf(Ports.MYSQL) : port;
        secret = secret == null ? Optional.empty() : secret;
        new Check(DatabaseAttributes.class, host, port, user, securityGroupId, secret).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAttributesBuilder builder() {
        return DatabaseAttributesBuilder.builder();
    }
}
