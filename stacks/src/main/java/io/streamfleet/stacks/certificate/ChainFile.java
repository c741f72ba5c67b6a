package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates of a PEM file, in its order; at least one. */
record ChainFile(Path file, List<X509Certificate> certificates) {
    ChainFile {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads the certificates; other blocks, such as a key, are passed over.
     *
     * @throws Refusal when there is none, or one is damaged
     */
    static ChainFile read(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem.Block block : Pem.read(file, "--chain").blocks()) {
            if (block.isCertificate()) {
                certificates.add(certificate(file, block));
            }
        }
        if (certificates.isEmpty()) {
            throw new Refusal(file + ": got no certificate, must be PEM, the server's first, then its issuers;"
                    + " name fullchain.pem: --chain FILE");
        }
        return new ChainFile(file, certificates);
    }

    private static X509Certificate certificate(Path file, Pem.Block block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (CertificateException e) {
            throw new Refusal(
                    file + ": got a damaged certificate, must be X.509; copy the file again (" + file + ":"
                            + block.line() + ")",
                    e);
        }
    }

    X509Certificate server() {
        return certificates.get(0);
    }
}
