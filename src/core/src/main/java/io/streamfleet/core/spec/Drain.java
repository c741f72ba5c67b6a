package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import java.time.Duration;
import java.util.Optional;

/** When a server without sessions may go. */
public record Drain(
        @Doc("Time without sessions after which an outdated server may be replaced.")
        @On(Cloud.AWS)
        @Default("2m")
        @Range(min = "30s", max = "2d")
        Duration idle,

        @Doc("Time without sessions after which a server is removed, down to the group's min. Default: never.")
        @Range(min = "5m", max = "7d")
        Optional<Duration> retireAfter) {
    public Drain {
        new Check(Drain.class, idle, retireAfter).orThrow();
    }
}
