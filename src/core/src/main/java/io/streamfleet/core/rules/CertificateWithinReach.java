package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/**
 * Keeps the load balancer's certificate where a load balancer can take it: AWS Certificate Manager hands a certificate
 * to load balancers of its own region and account alone.
 */
final class CertificateWithinReach implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        if (!(cluster.spec().tls() instanceof Tls.AcmCertificate certificate)) {
            return Stream.empty();
        }
        Arn arn = Arn.of(certificate.arn());
        String region = cluster.aws().region();
        if (!arn.region().equals(region)) {
            return Stream.of(wrong("a certificate in " + arn.region(), "in aws.region (" + region + ")"));
        }
        if (!arn.partition().equals(Arn.partitionOf(region))) {
            return Stream.of(wrong(
                    "an ARN of partition " + arn.partition(),
                    "of " + Arn.partitionOf(region) + ", the partition of " + region));
        }
        return cluster.aws().account().stream()
                .filter(account -> !account.equals(arn.account()))
                .map(account -> wrong("a certificate of account " + arn.account(), "of aws.account (" + account + ")"));
    }

    private static Violation wrong(String given, String allowed) {
        return Violation.at("tls.certificate")
                .given(given)
                .allowed(allowed)
                .todo("request or import one there, or set tls: {issue: {}} with dns");
    }
}
