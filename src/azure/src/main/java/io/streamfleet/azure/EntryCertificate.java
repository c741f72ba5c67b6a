package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;

/**
 * The certificate of an {@link HttpsEntry}: a secret of a key vault, which holds it with its key. Never the certificate
 * itself: it would be in the template and in Terraform's state.
 *
 * @param secretUrl URL of the secret without a version, so that the gateway takes a renewed certificate by itself
 */
public record EntryCertificate(
        @Matches(
                value =
                        "https://[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]\\.vault\\.[a-z.]{2,40}/secrets/[A-Za-z0-9-]{1,127}",
                is = "the URL of a key vault's secret without version, https://VAULT.vault.azure.net/secrets/NAME")
        String secretUrl) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when it is no such URL, or names a version
     */
    public EntryCertificate {
        new Check(EntryCertificate.class, secretUrl).orThrow();
    }

    /** Returns the certificate in a key vault, by its secret's URL without version. */
    public static EntryCertificate fromKeyVault(String secretUrl) {
        return new EntryCertificate(secretUrl);
    }

    /** Returns the secret's name in its vault. */
    public String secretName() {
        return secretUrl.substring(secretUrl.lastIndexOf('/') + 1);
    }
}
