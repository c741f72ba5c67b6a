package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;
import java.util.Locale;

/** What a node does. */
public enum NodeRole {
    @Doc("Takes streams in.")
    ORIGIN,
    @Doc("Hands streams out.")
    EDGE,
    @Doc("Passes streams from origins to edges.")
    RELAY,
    @Doc("Transcodes streams.")
    TRANSCODER;

    /** Returns the role as the Stream Manager's documents have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
