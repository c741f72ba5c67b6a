package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;
import java.util.Optional;

/** What one cloud adds to a tier: image and scaling. */
@ByCloud
public sealed interface TierOnCloud permits AwsTier, GoogleTier, AzureTier {
    /** Returns whether load, rather than people, may remove servers. */
    boolean scalesIn();

    /** Returns the key by which the description says how the tier grows; empty where it grows by default. */
    Optional<String> growth();
}
