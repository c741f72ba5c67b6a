package io.streamfleet.google;

import java.util.Map;

/** What there is once a region. */
final class Regions {
    private Regions() {}

    /**
     * Returns what a region has.
     *
     * @throws IllegalArgumentException when it has nothing, naming those that have
     */
    static <T> T of(Map<String, T> byRegion, String region) {
        T found = byRegion.get(region);
        if (found == null) {
            throw new IllegalArgumentException(
                    "region " + region + ": must be one of " + String.join(", ", byRegion.keySet()));
        }
        return found;
    }
}
