package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/**
 * Keeps lists of addresses to what AWS takes: a load balancer has 100 rules, of three addresses each, and (a warning,
 * since the quota can be raised) a security group 60.
 */
final class FewSources implements Red5OnAwsRule {
    private static final int MOST_OF_SSH = 40;
    private static final int MOST_OF_ADMIN = 270;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return SourceList.of(cluster.spec())
                .flatMap(list -> list.path().equals(SourceList.ADMIN)
                        ? tooMany(list, MOST_OF_ADMIN)
                                .map(violation -> violation.allowed("at most " + MOST_OF_ADMIN
                                        + ", since a load balancer has 100 rules of three addresses each"))
                        : tooMany(list, MOST_OF_SSH).map(violation -> violation
                                .allowed("at most " + MOST_OF_SSH
                                        + ", since a security group has 60 rules unless the quota was raised")
                                .asWarning()));
    }

    private static Stream<Violation> tooMany(SourceList list, int most) {
        return Stream.of(list.ranges().size())
                .filter(size -> size > most)
                .map(size -> Violation.at(list.path()).given(size + " ranges").todo("join neighbouring ranges"));
    }
}
