package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;

/**
 * Who servers are.
 *
 * @param name id of their service account, 6 to 30 characters, such as {@code live-server}: required
 * @param title name that people read. Default: that servers of this name are meant
 */
@Props
public record ServerIdentityProps(
        @Matches(
                value = ServerIdentityProps.NAME,
                is = "6 to 30 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        @Matches(value = "[A-Za-z0-9 ._-]{1,100}", is = "1 to 100 letters, digits, spaces and ._-")
        String title) {
    /** See https://cloud.google.com/iam/docs/service-accounts-create. */
    static final String NAME = "[a-z][a-z0-9-]{4,28}[a-z0-9]";

    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when the name is missing or outside Google's limits
     */
    public ServerIdentityProps {
        title = title == null ? "Servers of " + name : title;
        new Check(ServerIdentityProps.class, name, title).orThrow();
    }

    /** Returns a builder. */
    public static ServerIdentityPropsBuilder builder() {
        return ServerIdentityPropsBuilder.builder();
    }
}
