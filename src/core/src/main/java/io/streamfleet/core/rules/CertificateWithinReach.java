package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/**
 * Keeps the load balancer's certificate where a load balancer can take it: AWS Certificate Manager hands a certificate
 * to load balancers of its own region and account alone.
 */
final class CertificateWithinReach implements Red5OnAwsRule {
    private static final Violation AT =
            Violation.at("tls.certificate").todo("request or import one there, or set tls: {issue: {}} with dns");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        if (!(cluster.spec().tls() instanceof Tls.AcmCertificate certificate)) {
            return Stream.empty();
        }
        Arn arn = Arn.of(certificate.arn());
        return arn
                .misplaced(AT, "certificate", cluster.aws())
                .or(() -> arn.ofAnother(AT, "certificate", cluster.aws()))
                .stream();
    }
}
