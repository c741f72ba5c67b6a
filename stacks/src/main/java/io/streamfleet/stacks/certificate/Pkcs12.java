package io.streamfleet.stacks.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes PFX files (PKCS #12, RFC 7292) in the one encryption that all of Azure reads: triple DES with SHA-1.
 *
 * <p>By themselves the JDK and OpenSSL 3 use AES-256 with SHA-256. Key Vault and Application Gateway have refused such files,
 * with the words that the password is wrong, and no page of Microsoft's says that they take them now. Triple DES is the
 * weaker cipher, so what protects the key is first of all the file's mode, then a password that cannot be guessed.
 *
 * @see <a href="https://github.com/MicrosoftDocs/azure-docs/issues/39861">Key Vault refuses AES256-SHA256</a>
 * @see <a href="https://github.com/MicrosoftDocs/azure-docs/issues/54393">Application Gateway refuses AES256</a>
 * @see <a href="https://github.com/hashicorp/packer-plugin-azure/pull/571">Triple DES for Key Vault, January 2026</a>
 * @see <a href="https://support.microsoft.com/topic/bf81c936-af2b-446e-9f7a-016f4713b46b">How many rounds .NET takes</a>
 */
final class Pkcs12 {
    /** Rounds that make a key of the password: as the JDK has it by itself, and far below what .NET refuses. */
    private static final String ROUNDS = "10000";

    private static final Map<String, String> SETTINGS = Map.of(
            "keystore.pkcs12.certProtectionAlgorithm",
            "PBEWithSHA1AndDESede",
            "keystore.pkcs12.certPbeIterationCount",
            ROUNDS,
            "keystore.pkcs12.keyProtectionAlgorithm",
            "PBEWithSHA1AndDESede",
            "keystore.pkcs12.keyPbeIterationCount",
            ROUNDS,
            "keystore.pkcs12.macAlgorithm",
            "HmacPBESHA1",
            "keystore.pkcs12.macIterationCount",
            ROUNDS);

    private Pkcs12() {}

    /**
     * Makes the file's content.
     *
     * @param chain the server's certificate first, then its issuers
     * @param password may be empty; printable ASCII
     */
    static byte[] of(PrivateKey key, List<X509Certificate> chain, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            withSettings(() -> {
                store.setKeyEntry("certificate", key, password, chain.toArray(Certificate[]::new));
                store.store(out, password);
            });
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK's key store cannot hold this key", e);
        }
    }

    private interface Step {
        void run() throws GeneralSecurityException, IOException;
    }

    /** The JDK takes these settings from the process alone: they hold for the step and are as before after it. */
    private static synchronized void withSettings(Step step) throws GeneralSecurityException, IOException {
        Map<String, String> before = new LinkedHashMap<>();
        SETTINGS.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            step.run();
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }
}
