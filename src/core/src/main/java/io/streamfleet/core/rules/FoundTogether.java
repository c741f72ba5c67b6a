package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Objects;

/**
 * A violation between descriptions, and which of them it is told of.
 *
 * @param index the description's place in the list that was checked, from 0
 * @param violation what is wrong, at a path of that description
 */
public record FoundTogether(int index, Violation violation) {
    public FoundTogether {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        Objects.requireNonNull(violation, "violation");
    }
}
