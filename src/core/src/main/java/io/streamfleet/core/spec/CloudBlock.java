package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import java.util.List;

/** What the description says of the cloud: where, in which network. */
public sealed interface CloudBlock permits Aws, Google, Azure {
    /** Returns the cloud. */
    Cloud kind();

    /** Returns the regions in which the deployment stands, at least one; the first has what there is once. */
    List<String> regions();
}
