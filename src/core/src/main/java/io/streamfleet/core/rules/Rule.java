package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** Looks across the keys of one description for something that cannot work, is unsafe, or will be regretted. */
@FunctionalInterface
public interface Rule {
    /**
     * Returns what is wrong with a description, each at the path that the user should look at.
     *
     * @param spec a description whose records have passed their own bounds
     */
    Stream<Violation> check(ClusterSpec spec);
}
