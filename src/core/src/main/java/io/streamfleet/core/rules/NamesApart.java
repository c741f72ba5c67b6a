package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps one stack a description: two of one name would be one stack, and the second would replace the first. */
final class NamesApart implements RuleTogether {
    @Override
    public Stream<FoundTogether> check(List<ClusterSpec> specs) {
        return Pairs.check(specs, (later, earlier) -> Optional.of(Violation.at("name")
                        .given(later.name() + ", the name of another description of this app")
                        .allowed("a name of its own")
                        .todo("rename one of them"))
                .filter(violation -> later.name().equals(earlier.name())));
    }
}
