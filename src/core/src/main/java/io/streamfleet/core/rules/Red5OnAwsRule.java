package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** A rule of Red5 on AWS alone. */
interface Red5OnAwsRule extends Rule {
    /** Returns what is wrong with a description of Red5 on AWS. */
    Stream<Violation> check(Red5OnAws cluster);

    @Override
    default Stream<Violation> check(ClusterSpec spec) {
        return Red5OnAws.of(spec).flatMap(this::check);
    }
}
