package io.streamfleet.core.spec;

import io.streamfleet.core.Violation;

/**
 * A tier together with the key that holds it.
 *
 * @param key its key in the description, such as {@code streamManager}
 * @param tier the tier
 */
public record NamedTier(String key, Tier tier) {
    /** Returns the path of one of the tier's keys. */
    public String path(String child) {
        return Violation.join(key, child);
    }
}
