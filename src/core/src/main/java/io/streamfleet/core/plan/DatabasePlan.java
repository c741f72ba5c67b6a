package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Database;

/**
 * The database of a tier.
 *
 * @param database what the description says of it
 * @param tier key of the tier that uses it, and alone may reach it
 * @param schema name of the database's schema
 * @param port TCP port
 */
public record DatabasePlan(Database database, String tier, String schema, int port) {
    /** Returns whether the deployment creates it. */
    public boolean isCreated() {
        return database instanceof Database.Create;
    }
}
