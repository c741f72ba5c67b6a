package io.streamfleet.core.rules;

import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A description of Red5 on AWS, with the parts that rules look at taken out of their sealed types.
 *
 * @param view what is there on every cloud
 * @param aws the cloud's part
 */
record Red5OnAws(Red5View view, Aws aws) implements Red5OnOneCloud {
    /** Returns the description's view, or nothing where it is of another product or cloud. */
    static Stream<Red5OnAws> of(ClusterSpec spec) {
        return spec.cloud() instanceof Aws aws
                ? Red5View.of(spec).map(view -> new Red5OnAws(view, aws))
                : Stream.empty();
    }

    /** Returns what AWS adds to the tier of Stream Managers. */
    AwsTier awsTier() {
        return (AwsTier) tier().onCloud();
    }

    /** Returns what AWS adds to the entry. */
    AwsEntry awsEntry() {
        return (AwsEntry) entry().onCloud();
    }

    /** Returns the zone of the domain with what AWS adds to it, where one is given. */
    Optional<AwsDns> awsDns() {
        return spec().dns().map(dns -> (AwsDns) dns.onCloud());
    }

    /** Returns the network that the deployment creates, where it creates one. */
    Optional<AwsNetwork.Create> newNetwork() {
        return aws.network() instanceof AwsNetwork.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the network that exists, where one is given. */
    Optional<AwsNetwork.Existing> existingNetwork() {
        return aws.network() instanceof AwsNetwork.Existing existing ? Optional.of(existing) : Optional.empty();
    }
}
