package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A description of Red5 on any cloud, with the parts that rules look at taken out of their sealed types.
 *
 * @param spec the whole description
 * @param red5 the product's part
 */
record Red5View(ClusterSpec spec, Red5 red5) {
    /** Returns the description's view, or nothing where it is of another product. */
    static Stream<Red5View> of(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5 ? Stream.of(new Red5View(spec, red5)) : Stream.empty();
    }

    /** Returns the cloud. */
    Cloud cloud() {
        return spec.cloud().kind();
    }

    /** Returns the tier of Stream Managers. */
    Tier tier() {
        return red5.streamManager().tier();
    }

    /** Returns how the nodes reach the Stream Managers. */
    NodePath nodePath() {
        return red5.entry().nodePath().orElseGet(() -> NodePath.byDefault(cloud()));
    }

    /** Returns the database that the deployment creates, where it creates one. */
    Optional<Database.Create> newDatabase() {
        return red5.database() instanceof Database.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the database that exists, where one is given. */
    Optional<Database.Existing> existingDatabase() {
        return red5.database() instanceof Database.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    /** Returns whether the deployment stands in a network that was there before. */
    boolean isInExistingNetwork() {
        return spec.cloud() instanceof Aws aws && aws.network() instanceof AwsNetwork.Existing
                || spec.cloud() instanceof Google google && google.network() instanceof GoogleNetwork.Existing
                || spec.cloud() instanceof Azure azure && azure.network() instanceof AzureNetwork.Existing;
    }

    /** Returns the cloud's word for a type of servers, as descriptions have it. */
    String typeKey() {
        return switch (cloud()) {
            case AWS -> "instanceType";
            case GOOGLE -> "machineType";
            case AZURE -> "vmSize";
        };
    }

    /** Returns the path of one of the Stream Managers' keys. */
    static String path(String key) {
        return Violation.join(Red5.STREAM_MANAGER, key);
    }

    /** Returns the path of one of a node role's keys. */
    static String path(NodeRole role, String key) {
        return "nodes.roles." + role.key() + "." + key;
    }
}
