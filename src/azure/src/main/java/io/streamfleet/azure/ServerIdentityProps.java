package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;

/**
 * Who servers are.
 *
 * @param name name of their identity, such as {@code live-stream-manager}: required
 * @param place where it is: required
 */
@Props
public record ServerIdentityProps(
        @Matches(
                value = "[a-z][a-z0-9-]{1,125}[a-z0-9]",
                is = "3 to 127 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        Place place) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when something required is missing or outside Azure's limits
     */
    public ServerIdentityProps {
        new Check(ServerIdentityProps.class, name, place).orThrow();
    }

    /** Returns a builder. */
    public static ServerIdentityPropsBuilder builder() {
        return ServerIdentityPropsBuilder.builder();
    }
}
