package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Inline;

/** Describes the tier of Stream Managers. */
public record StreamManager(
        @Inline Tier tier,

        @Doc("Version of the Stream Manager's REST API.") @Default("\"4.0\"")
        StreamManagerApi api) {
    public StreamManager {
        new Check(StreamManager.class, tier, api).orThrow();
    }
}
