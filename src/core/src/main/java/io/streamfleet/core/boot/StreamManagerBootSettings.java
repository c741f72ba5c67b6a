package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a Stream Manager must know to configure itself. Holds references to secrets, never their values.
 *
 * @param controller how it reaches its cloud
 * @param secret name or ARN of the tier's JSON secret, with the keys {@code clusterPassword}, {@code nodeApiToken} and
 *     {@code administratorToken}
 * @param database its database
 * @param nodePrefix first part of the names of the nodes it launches; must not begin another deployment's, whose nodes
 *     it would delete
 * @param guard when its guard lets it go
 */
@RecordBuilder
public record StreamManagerBootSettings(
        CloudController controller, BootText secret, DatabaseLogin database, String nodePrefix, Guard guard) {
    public StreamManagerBootSettings {
        requireNonNull(controller, "controller");
        requireNonNull(secret, "secret");
        requireNonNull(database, "database");
        requireNonNull(nodePrefix, "nodePrefix");
        requireNonNull(guard, "guard");
    }

    /** Returns a builder. */
    public static StreamManagerBootSettingsBuilder builder() {
        return StreamManagerBootSettingsBuilder.builder();
    }
}
