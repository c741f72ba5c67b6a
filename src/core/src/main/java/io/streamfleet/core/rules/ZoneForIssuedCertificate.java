package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/** Keeps an ordered certificate from waiting for ever: AWS issues it once a record in the zone proves the domain. */
final class ZoneForIssuedCertificate implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(Violation.at("dns")
                        .given("nothing with tls: issue")
                        .allowed("the domain's zone, where a record proves the certificate")
                        .todo("add dns: {zone, zoneId}, or set tls: {certificate: ARN}"))
                .filter(violation -> cluster.spec().tls() instanceof Tls.Issue
                        && cluster.spec().dns().isEmpty());
    }
}
