package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.value.DnsZone;
import java.util.stream.Stream;

/** Keeps the domain's record inside its zone: Route 53 refuses any other, in the middle of a deployment. */
final class DomainInZone implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.dns().stream()
                .filter(dns -> !new DnsZone(dns.zone()).holds(spec.domain()))
                .map(dns -> Violation.at("domain")
                        .given(spec.domain())
                        .allowed("in dns.zone (" + dns.zone() + ")")
                        .todo("correct one of them"));
    }
}
