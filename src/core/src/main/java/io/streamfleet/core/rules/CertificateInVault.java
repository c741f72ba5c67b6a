package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tls;
import java.util.stream.Stream;

/** Keeps the certificate in the key vault that the gateway is let into. */
final class CertificateInVault implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        String vault = cluster.azure().keyVault().name();
        return Stream.of(cluster.spec().tls())
                .filter(Tls.KeyVaultSecret.class::isInstance)
                .map(Tls.KeyVaultSecret.class::cast)
                .filter(secret -> !secret.vault().equalsIgnoreCase(vault)
                        && cluster.azure().gatewayIdentity().isEmpty())
                .map(secret -> Violation.at("tls.keyVaultSecret")
                        .given("a secret of " + secret.vault())
                        .allowed("of azure.keyVault (" + vault + "), which the gateway is let into")
                        .todo("correct one of them, or give azure.gatewayIdentity, which may read it already"));
    }
}
