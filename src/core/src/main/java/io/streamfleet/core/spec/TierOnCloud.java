package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** What one cloud adds to a tier: image, scaling, notifications. */
@ByCloud
public sealed interface TierOnCloud permits AwsTier {
    /** Returns whether load, rather than people, may remove servers. */
    boolean scalesIn();
}
