package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Key;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;

/** Where the certificate of the entry comes from. */
@OneOf
public sealed interface Tls permits Tls.AcmCertificate, Tls.Issue, Tls.Managed, Tls.SslCertificate, Tls.KeyVaultSecret {
    /** A certificate of AWS Certificate Manager that exists. */
    @Doc("ARN of a certificate in AWS Certificate Manager, in the stack's region.")
    @Key("certificate")
    @On(Cloud.AWS)
    @Scalar
    record AcmCertificate(
            @Matches(
                    value = "arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}",
                    is = "the ARN of an ACM certificate, arn:aws:acm:REGION:ACCOUNT:certificate/ID")
            @Example("\"arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000\"")
            String arn)
            implements Tls {
        public AcmCertificate {
            new Check(AcmCertificate.class, arn).orThrow();
        }

        /** Returns the region that the ARN names. */
        public String region() {
            return arn.split(":")[3];
        }
    }

    /** A certificate that the stack orders from AWS Certificate Manager and proves by DNS. */
    @Doc("A certificate that AWS Certificate Manager issues, proved by a record in the zone; needs dns.")
    @Key("issue")
    @On(Cloud.AWS)
    record Issue() implements Tls {}

    /** A certificate of the domain that Google issues and renews. */
    @Doc("A certificate that Google issues and renews, once the domain's record leads to the deployment.")
    @On(Cloud.GOOGLE)
    record Managed() implements Tls {}

    /** A certificate of Google Cloud that exists. */
    @Doc("Name of a global SSL certificate that exists in the deployment's project.")
    @Key("certificate")
    @On(Cloud.GOOGLE)
    @Scalar
    record SslCertificate(
            @Matches(
                    value = Google.NAME,
                    is = "1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as"
                            + " live-example-com")
            @Example("live-example-com")
            String name)
            implements Tls {
        public SslCertificate {
            new Check(SslCertificate.class, name).orThrow();
        }
    }

    /** A certificate in a key vault of Azure. */
    @Doc(
            "URL of the certificate's secret in the key vault, without a version: the gateway takes each new one by itself.")
    @On(Cloud.AZURE)
    @Scalar
    record KeyVaultSecret(
            @Matches(
                    value = "https://" + AzureIds.VAULT_NAME + "\\.vault\\.azure\\.net/secrets/[A-Za-z0-9-]{1,127}",
                    is = "the URL of a secret without its version, https://VAULT.vault.azure.net/secrets/NAME")
            @Example("\"https://live-vault.vault.azure.net/secrets/live-example-com\"")
            String url)
            implements Tls {
        public KeyVaultSecret {
            new Check(KeyVaultSecret.class, url).orThrow();
        }

        /** Returns the name of the vault that the URL is of. */
        public String vault() {
            return url.substring("https://".length(), url.indexOf('.'));
        }

        /** Returns the name of the secret, which is that of the certificate. */
        public String name() {
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }
}
