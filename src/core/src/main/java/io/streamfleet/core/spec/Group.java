package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Range;

/** Bounds the number of servers of a group. */
public record Group(
        @Doc("Smallest number of servers.") @Default("2") @Range(min = "0", max = "1000")
        int min,

        @Doc("Largest number of servers.") @Range(min = "1", max = "1000") @Example("6")
        int max) {
    public Group {
        new Check(Group.class, min, max).ordered(min, max).orThrow();
    }
}
