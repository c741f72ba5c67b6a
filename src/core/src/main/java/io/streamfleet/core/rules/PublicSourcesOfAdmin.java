package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Warns of administrators who would still be refused: the entry is on the internet, where nobody arrives with a private
 * address; a VPN's users arrive with its public one.
 */
final class PublicSourcesOfAdmin implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return SourceList.of(spec)
                .filter(list -> list.path().equals(SourceList.ADMIN))
                .flatMap(list -> IntStream.range(0, list.ranges().size())
                        .filter(i -> AddressRanges.isPrivate(list.ranges().get(i)))
                        .mapToObj(i -> Violation.at(list.path(i))
                                .given(list.ranges().get(i))
                                .allowed("a public range, since the entry sees no private address")
                                .todo("give the public address that these users come from")
                                .asWarning()));
    }
}
