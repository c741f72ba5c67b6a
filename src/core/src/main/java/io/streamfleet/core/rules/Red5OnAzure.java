package io.streamfleet.core.rules;

import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureEntry;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.DatabaseAccess;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A description of Red5 on Azure, with the parts that rules look at taken out of their sealed types.
 *
 * @param view what is there on every cloud
 * @param azure the cloud's part
 */
record Red5OnAzure(Red5View view, Azure azure) implements Red5OnOneCloud {
    /** Returns the description's view, or nothing where it is of another product or cloud. */
    static Stream<Red5OnAzure> of(ClusterSpec spec) {
        return spec.cloud() instanceof Azure azure
                ? Red5View.of(spec).map(view -> new Red5OnAzure(view, azure))
                : Stream.empty();
    }

    /** Returns what Azure adds to the entry. */
    AzureEntry azureEntry() {
        return (AzureEntry) entry().onCloud();
    }

    /** Returns the first part of the names by which the controller finds what it needs. */
    String resourcePrefix() {
        return azure.resourcePrefix().orElse(spec().name());
    }

    /** Returns the network that the deployment creates, where it creates one. */
    Optional<AzureNetwork.Create> newNetwork() {
        return azure.network() instanceof AzureNetwork.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the network that exists, where one is given. */
    Optional<AzureNetwork.Existing> existingNetwork() {
        return azure.network() instanceof AzureNetwork.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    /** Returns whether the deployment creates a database inside the network. */
    boolean hasPrivateDatabase() {
        return newDatabase()
                .filter(database -> database.access() == DatabaseAccess.PRIVATE)
                .isPresent();
    }
}
