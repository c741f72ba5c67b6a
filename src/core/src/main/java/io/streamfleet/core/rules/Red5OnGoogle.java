package io.streamfleet.core.rules;

import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleEntry;
import io.streamfleet.core.spec.GoogleNetwork;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A description of Red5 on Google Cloud, with the parts that rules look at taken out of their sealed types.
 *
 * @param view what is there on every cloud
 * @param google the cloud's part
 */
record Red5OnGoogle(Red5View view, Google google) implements Red5OnOneCloud {
    /** Returns the description's view, or nothing where it is of another product or cloud. */
    static Stream<Red5OnGoogle> of(ClusterSpec spec) {
        return spec.cloud() instanceof Google google
                ? Red5View.of(spec).map(view -> new Red5OnGoogle(view, google))
                : Stream.empty();
    }

    /** Returns what Google adds to the entry. */
    GoogleEntry googleEntry() {
        return (GoogleEntry) entry().onCloud();
    }

    /** Returns the network that the deployment creates, where it creates one. */
    Optional<GoogleNetwork.Create> newNetwork() {
        return google.network() instanceof GoogleNetwork.Create create ? Optional.of(create) : Optional.empty();
    }

    /** Returns the network that exists, where one is given. */
    Optional<GoogleNetwork.Existing> existingNetwork() {
        return google.network() instanceof GoogleNetwork.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    /** Returns whether the deployment makes NAT gateways, whose addresses it knows. */
    boolean hasNat() {
        return existingNetwork().map(GoogleNetwork.Existing::nat).orElse(true);
    }
}
