package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;

/** What the description says of the cloud: where, in which network. */
public sealed interface CloudBlock permits Aws {
    /** Returns the cloud. */
    Cloud kind();
}
