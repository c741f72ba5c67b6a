package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** A rule of Red5 on every cloud. */
interface Red5Rule extends Rule {
    /** Returns what is wrong with a description of Red5. */
    Stream<Violation> check(Red5View cluster);

    @Override
    default Stream<Violation> check(ClusterSpec spec) {
        return Red5View.of(spec).flatMap(this::check);
    }
}
