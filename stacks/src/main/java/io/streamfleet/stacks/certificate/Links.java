package io.streamfleet.stacks.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which certificate was issued by which, and which belongs to a key. */
final class Links {
    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private Links() {}

    static boolean isIssued(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return isIssued(certificate, certificate);
    }

    /** Whether what the private key signs is what the certificate vouches for. */
    static boolean isPair(PrivateKey key, X509Certificate certificate) {
        PublicKey other = certificate.getPublicKey();
        if (!key.getAlgorithm().equals(other.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns all the certificates from the server's on, each before its issuer; empty where they make no such chain. */
    static Optional<List<X509Certificate>> inOrder(List<X509Certificate> certificates) {
        for (X509Certificate first : certificates) {
            List<X509Certificate> rest = new ArrayList<>(certificates);
            List<X509Certificate> ordered = new ArrayList<>(List.of(first));
            rest.remove(first);
            Optional<X509Certificate> next = issuer(first, rest);
            while (next.isPresent()) {
                ordered.add(next.get());
                rest.remove(next.get());
                next = issuer(next.get(), rest);
            }
            if (rest.isEmpty()) {
                return Optional.of(ordered);
            }
        }
        return Optional.empty();
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
        return among.stream().filter(each -> isIssued(of, each)).findFirst();
    }
}
