package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps lists of addresses free of overlaps: EC2 refuses a rule twice, and whoever removes one of two opens nothing. */
final class SourcesApart implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return SourceList.of(spec).flatMap(SourcesApart::checkList);
    }

    private static Stream<Violation> checkList(SourceList list) {
        return IntStream.range(0, list.ranges().size()).boxed().flatMap(i -> IntStream.range(0, i)
                .filter(earlier ->
                        list.ranges().get(earlier).overlaps(list.ranges().get(i)))
                .limit(1)
                .mapToObj(earlier -> Violation.at(list.path(i))
                        .given(list.ranges().get(i))
                        .allowed("outside " + list.path(earlier) + " ("
                                + list.ranges().get(earlier) + ")")
                        .todo("keep the wider of the two")));
    }
}
