package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps one deployment a host name: its record can lead to one of them alone. */
final class DomainsApart implements RuleTogether {
    @Override
    public Stream<FoundTogether> check(List<ClusterSpec> specs) {
        return Pairs.check(specs, (later, earlier) -> Optional.of(Violation.at("domain")
                        .given(later.domain() + ", the domain of " + earlier.name())
                        .allowed("a host name of its own, since a record leads to one deployment")
                        .todo("take another name"))
                .filter(violation -> later.domain().equals(earlier.domain())));
    }
}
