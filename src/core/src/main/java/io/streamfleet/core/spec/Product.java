package io.streamfleet.core.spec;

import java.util.stream.Stream;

/** A streaming product and its own part of the description. */
public sealed interface Product permits Red5 {
    /** Returns every tier of servers, with the key it stands under. */
    Stream<NamedTier> tiers();
}
