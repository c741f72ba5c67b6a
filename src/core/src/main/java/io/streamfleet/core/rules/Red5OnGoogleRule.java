package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** A rule of Red5 on Google Cloud alone. */
interface Red5OnGoogleRule extends Rule {
    /** Returns what is wrong with a description of Red5 on Google Cloud. */
    Stream<Violation> check(Red5OnGoogle cluster);

    @Override
    default Stream<Violation> check(ClusterSpec spec) {
        return Red5OnGoogle.of(spec).flatMap(this::check);
    }
}
