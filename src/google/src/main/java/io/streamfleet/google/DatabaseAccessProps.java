package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;

/**
 * Who may reach a database.
 *
 * @param database the database, created or existing: required
 * @param network network of the servers that may: required
 */
@Props
public record DatabaseAccessProps(IDatabase database, INetwork network) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public DatabaseAccessProps {
        new Check(DatabaseAccessProps.class, database, network).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAccessPropsBuilder builder() {
        return DatabaseAccessPropsBuilder.builder();
    }
}
