package io.streamfleet.core.rules;

import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;

/** Looks across the descriptions of one app for deployments that are in each other's way. */
@FunctionalInterface
public interface RuleTogether {
    /**
     * Returns what is wrong between descriptions, each found at the later one of them.
     *
     * @param specs the app's descriptions, in their order
     */
    Stream<FoundTogether> check(List<ClusterSpec> specs);
}
