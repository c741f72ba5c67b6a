package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

/** Where a Stream Manager reads the database's password at boot. */
public sealed interface DatabasePassword {
    /** The key {@code databasePassword} of the tier's own secret: an existing database. */
    record InTierSecret() implements DatabasePassword {}

    /**
     * The key {@code password} of a secret of its own, which the cloud generated with the database.
     *
     * @param secret name or ARN of that secret
     */
    record InOwnSecret(BootText secret) implements DatabasePassword {
        public InOwnSecret {
            requireNonNull(secret, "secret");
        }
    }

    /** Returns the password in the tier's secret. */
    static DatabasePassword inTierSecret() {
        return new InTierSecret();
    }

    /** Returns the password that was generated with the database, in a secret of its own. */
    static DatabasePassword inOwnSecret(BootText secret) {
        return new InOwnSecret(secret);
    }
}
