package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps the addresses of administrators to what a policy of Cloud Armor holds, four in each of its rules. */
final class FewAdminSources implements Red5OnGoogleRule {
    private static final int MOST = 400;

    /** A project has 20 rules with conditions of their own unless the quota was raised. */
    private static final int MOST_BY_QUOTA = 40;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        int given = cluster.entry().adminFrom().size();
        Violation violation =
                Violation.at(SourceList.ADMIN).given(given + " ranges").todo("join neighbouring ranges");
        if (given > MOST) {
            return Stream.of(violation.allowed("at most " + MOST + ", four in each of a policy's rules"));
        }
        return Stream.of(violation
                        .allowed("at most " + MOST_BY_QUOTA
                                + ", since a project has 20 such rules of Cloud Armor unless the quota was raised")
                        .asWarning())
                .filter(warning -> given > MOST_BY_QUOTA);
    }
}
