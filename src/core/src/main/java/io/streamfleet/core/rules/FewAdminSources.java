package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps the addresses of administrators to what the cloud's firewall of requests holds. */
final class FewAdminSources implements Red5Rule {
    /** Four in each rule of a policy of Cloud Armor. */
    private static final int MOST_ON_GOOGLE = 400;

    /** A project has 20 rules with conditions of their own unless the quota was raised. */
    private static final int MOST_BY_QUOTA = 40;

    /** Of one condition of a policy of the web application firewall. */
    private static final int MOST_ON_AZURE = 540;

    @Override
    public Stream<Violation> check(Red5View cluster) {
        int given = cluster.red5().entry().adminFrom().size();
        Violation violation =
                Violation.at(SourceList.ADMIN).given(given + " ranges").todo("join neighbouring ranges");
        return switch (cluster.cloud()) {
            case AWS -> Stream.empty();
            case GOOGLE -> onGoogle(given, violation);
            case AZURE ->
                Stream.of(violation.allowed("at most " + MOST_ON_AZURE
                                + ", the most of a condition of the web application firewall"))
                        .filter(found -> given > MOST_ON_AZURE);
        };
    }

    private static Stream<Violation> onGoogle(int given, Violation violation) {
        if (given > MOST_ON_GOOGLE) {
            return Stream.of(violation.allowed("at most " + MOST_ON_GOOGLE + ", four in each of a policy's rules"));
        }
        return Stream.of(violation
                        .allowed("at most " + MOST_BY_QUOTA
                                + ", since a project has 20 such rules of Cloud Armor unless the quota was raised")
                        .asWarning())
                .filter(warning -> given > MOST_BY_QUOTA);
    }
}
