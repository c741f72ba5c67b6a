package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;

/** Bounds the number of instances of a gateway. */
public record AzureCapacity(
        @Doc("Smallest number of instances.") @Default("2") @Range(min = "1", max = "100")
        int min,

        @Doc("Largest number of instances.") @Default("10") @Range(min = "2", max = "125")
        int max) {
    public AzureCapacity {
        new Check(AzureCapacity.class, min, max).ordered(min, max).orThrow();
    }
}
