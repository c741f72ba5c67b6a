package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, in a fixed order. */
public final class Rules {
    private static final List<Rule> ALL = List.of(new NoScaleInWithWebRtc());

    private static final List<RuleTogether> TOGETHER = List.of();

    private Rules() {}

    /** Returns everything that is wrong with one description, warnings included. */
    public static Stream<Violation> check(ClusterSpec spec) {
        return ALL.stream().flatMap(rule -> rule.check(spec));
    }

    /** Returns everything that is wrong between the descriptions of one app, warnings included. */
    public static Stream<FoundTogether> checkTogether(List<ClusterSpec> specs) {
        return TOGETHER.stream().flatMap(rule -> rule.check(specs));
    }
}
