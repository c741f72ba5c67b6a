package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/** Keeps an ordered certificate's first name to the 64 characters that X.509 allows a common name. */
final class DomainFitsCertificate implements Rule {
    private static final int LONGEST = 64;

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        String domain = spec.domain();
        return ordered(spec.tls()).filter(key -> domain.length() > LONGEST).map(key -> Violation.at("domain")
                .given("a name of " + domain.length() + " characters with tls: " + key)
                .allowed("at most " + LONGEST + ", the longest that "
                        + (key.equals("issue") ? "AWS Certificate Manager" : "Google") + " issues for")
                .todo("shorten it, or set tls: certificate"));
    }

    private static Stream<String> ordered(Tls tls) {
        if (tls instanceof Tls.Issue) {
            return Stream.of("issue");
        }
        return tls instanceof Tls.Managed ? Stream.of("managed") : Stream.empty();
    }
}
