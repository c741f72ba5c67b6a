package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** A rule of Red5 on Azure alone. */
interface Red5OnAzureRule extends Rule {
    /** Returns what is wrong with a description of Red5 on Azure. */
    Stream<Violation> check(Red5OnAzure cluster);

    @Override
    default Stream<Violation> check(ClusterSpec spec) {
        return Red5OnAzure.of(spec).flatMap(this::check);
    }
}
