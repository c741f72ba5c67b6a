package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import java.time.Duration;

/** Removes servers that the load of the last while did not need. */
public record GoogleScaleIn(
        @Doc("Time that is looked back upon: servers needed at its peak stay.")
        @Default("30m")
        @Range(min = "1m", max = "1h")
        Duration window,

        @Doc("Most servers removed within that time.") @Default("1") @Range(min = "1", max = "1000")
        int maxRemoved) {
    public GoogleScaleIn {
        new Check(GoogleScaleIn.class, window, maxRemoved).orThrow();
    }
}
