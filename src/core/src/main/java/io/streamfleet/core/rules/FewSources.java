package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Warns of more sources than a security group takes: 60 rules in all, unless AWS has raised the account's quota. */
final class FewSources implements Red5OnAwsRule {
    private static final int MOST = 40;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return SourceList.of(cluster.spec())
                .filter(list -> list.ranges().size() > MOST)
                .map(list -> Violation.at(list.path())
                        .given(list.ranges().size() + " ranges")
                        .allowed(
                                "at most " + MOST + ", since a security group has 60 rules unless the quota was raised")
                        .todo("join neighbouring ranges")
                        .asWarning());
    }
}
