package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Texts;

/**
 * Who may reach a database.
 *
 * @param name the deployment's name, with which the rules' names begin: required
 * @param database the database, created or existing: required
 * @param network network of the servers that may: required
 */
@Props
public record DatabaseAccessProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name, IDatabase database, INetwork network) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public DatabaseAccessProps {
        new Check(DatabaseAccessProps.class, name, database, network).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAccessPropsBuilder builder() {
        return DatabaseAccessPropsBuilder.builder();
    }
}
