package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** What one cloud adds to a tier: image and scaling. */
@ByCloud
public sealed interface TierOnCloud permits AwsTier, GoogleTier {
    /** Returns whether load, rather than people, may remove servers. */
    boolean scalesIn();
}
