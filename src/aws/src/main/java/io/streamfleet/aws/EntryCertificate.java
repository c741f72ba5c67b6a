package io.streamfleet.aws;

import java.util.Objects;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.IHostedZone;

/** Where the certificate of an {@link HttpsEntry} comes from. */
public sealed interface EntryCertificate {
    /**
     * A certificate that exists, by its ARN; it must be in the stack's region.
     *
     * @param arn ARN of a certificate in AWS Certificate Manager
     */
    record Arn(String arn) implements EntryCertificate {
        public Arn {
            Objects.requireNonNull(arn, "arn");
        }
    }

    /**
     * A certificate made elsewhere in the application.
     *
     * @param certificate the certificate
     */
    record Given(ICertificate certificate) implements EntryCertificate {
        public Given {
            Objects.requireNonNull(certificate, "certificate");
        }
    }

    /**
     * A certificate that AWS Certificate Manager issues with the stack, proved by a record in a zone. The deployment
     * waits until the record is seen, which needs a public zone that the domain is delegated to.
     *
     * @param domain host name to certify
     * @param zone public hosted zone of the domain
     */
    record Issued(String domain, IHostedZone zone) implements EntryCertificate {
        public Issued {
            Objects.requireNonNull(domain, "domain");
            Objects.requireNonNull(zone, "zone");
        }
    }

    /** Returns a certificate that exists, by its ARN. */
    static EntryCertificate fromArn(String arn) {
        return new Arn(arn);
    }

    /** Returns a certificate made elsewhere in the application. */
    static EntryCertificate of(ICertificate certificate) {
        return new Given(certificate);
    }

    /** Returns a certificate that is issued with the stack. */
    static EntryCertificate issued(String domain, IHostedZone zone) {
        return new Issued(domain, zone);
    }
}
