package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import java.util.Set;

/** A command that needs the app's parts for some clouds. */
interface NeedsClouds {
    /**
     * Returns the clouds that the command synthesises for, as it was parsed.
     *
     * @throws io.streamfleet.core.InvalidSpecException when a description that it names is refused
     */
    Set<Cloud> clouds();
}
