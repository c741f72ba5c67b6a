package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.Stream;

/** Keeps the domain's record inside its zone: Route 53 refuses any other, in the middle of a deployment. */
final class DomainInZone implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.dns().stream()
                .filter(dns ->
                        !spec.domain().equals(dns.zone()) && !spec.domain().endsWith("." + dns.zone()))
                .map(dns -> Violation.at("domain")
                        .given(spec.domain())
                        .allowed("in dns.zone (" + dns.zone() + ")")
                        .todo("correct one of them"));
    }
}
