package io.streamfleet.core.rules;

import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTier;

/** The CPU load at which a group grows. */
final class ScaleOutLoad {
    /** What a group without {@code scaleOut} does, as its key is documented. */
    private static final int DEFAULT_PERCENT = 70;

    private ScaleOutLoad() {}

    /** Returns the load in percent. */
    static int of(AwsTier tier) {
        return tier.scaleOut().map(AwsScaleOut::cpuPercent).orElse(DEFAULT_PERCENT);
    }
}
