package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/** Keeps an ordered certificate's first name to the 64 characters that X.509 allows a common name. */
final class DomainFitsCertificate implements Red5OnAwsRule {
    private static final int LONGEST = 64;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        String domain = cluster.spec().domain();
        return Stream.of(Violation.at("domain")
                        .given("a name of " + domain.length() + " characters with tls: issue")
                        .allowed("at most " + LONGEST + ", the longest that AWS Certificate Manager issues for")
                        .todo("shorten it, or set tls: certificate"))
                .filter(violation -> cluster.spec().tls() instanceof Tls.Issue && domain.length() > LONGEST);
    }
}
