package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A description of Red5 on AWS, with the parts that rules look at taken out of their sealed types.
 *
 * @param spec the whole description
 * @param red5 the product's part
 * @param aws the cloud's part
 */
record Red5OnAws(ClusterSpec spec, Red5 red5, Aws aws) {
    /** Returns the description's view, or nothing where it is of another product or cloud. */
    static Stream<Red5OnAws> of(ClusterSpec spec) {
        if (spec.product() instanceof Red5 red5 && spec.cloud() instanceof Aws aws) {
            return Stream.of(new Red5OnAws(spec, red5, aws));
        }
        return Stream.empty();
    }

    /** Returns the tier of Stream Managers. */
    Tier tier() {
        return red5.streamManager().tier();
    }

    /** Returns what AWS adds to the tier of Stream Managers. */
    AwsTier awsTier() {
        return (AwsTier) tier().onCloud();
    }

    /** Returns what AWS adds to the entry. */
    AwsEntry awsEntry() {
        return (AwsEntry) red5.entry().onCloud();
    }

    /** Returns how the nodes reach the Stream Managers. */
    NodePath nodePath() {
        return red5.entry().nodePath().orElseGet(NodePath.Internal::new);
    }

    /** Returns the zone of the domain with what AWS adds to it, where one is given. */
    Optional<AwsDns> awsDns() {
        return spec.dns().map(dns -> (AwsDns) dns.onCloud());
    }

    /** Returns the network that the deployment creates, where it creates one. */
    Optional<AwsNetwork.Create> newNetwork() {
        return aws.network() instanceof AwsNetwork.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the network that exists, where one is given. */
    Optional<AwsNetwork.Existing> existingNetwork() {
        return aws.network() instanceof AwsNetwork.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    /** Returns the database that the deployment creates, where it creates one. */
    Optional<Database.Create> newDatabase() {
        return red5.database() instanceof Database.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the database that exists, where one is given. */
    Optional<Database.Existing> existingDatabase() {
        return red5.database() instanceof Database.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    /** Returns the path of one of the Stream Managers' keys. */
    static String path(String key) {
        return Violation.join(Red5.STREAM_MANAGER, key);
    }
}
