package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a key, and what is warned of. */
class KeyRefusalsTest extends PfxRequested {
    @Test
    void fails_keyOfAnotherCertificate() {
        key = pki.file("other.key");
        isRefused(key + ": got a key of another certificate, must be that of certificate 1 (CN=live) in " + chain
                + "; name the key with which it was requested: --key FILE");
    }

    @Test
    void fails_keyOfAnotherKind() {
        key = pki.file("rsa.key");
        isRefused(key + ": got a key of another certificate, must be that of certificate 1 (CN=live) in " + chain
                + "; name the key with which it was requested: --key FILE");
    }

    @Test
    void fails_keyOfTheIssuer() {
        key = pki.file("authority.key");
        isRefused(key + ": got the key of an issuer, must be that of certificate 1 (CN=live) in " + chain
                + "; name the key with which it was requested: --key FILE");
    }

    @Test
    void fails_rsaKeyOfASizeThatKeyVaultDoesNotTake() {
        chain = pki.issue("short", "rsa:1024", 90, "live.example.com");
        key = pki.file("short.key");
        isRefused(
                chain + ": got an RSA key of 1024 bits, must be 2048, 3072 or 4096, which Key Vault takes; request the"
                        + " certificate with such a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ec -pkeyopt ec_paramgen_curve:secp256k1"})
    void fails_keyOfAKindThatIsNotTaken(String kind) {
        chain = pki.issue("odd", kind, 90, "live.example.com");
        key = pki.file("odd.key");
        assertThatThrownBy(this::read)
                .hasMessageContaining(
                        key + ": got a key that is neither RSA nor EC on P-256, P-384 or P-521, or is damaged,"
                                + " must be one of these, which Key Vault takes; request the certificate with such a key");
    }

    @Test
    void fails_damagedKey_saysNothingOfIt() {
        key = pki.write("damaged.key", pki.read("live.key").replaceFirst("\nMI..", "\nMAAA"));
        isRefused(key + ": got a key that is neither RSA nor EC on P-256, P-384 or P-521, or is damaged,"
                + " must be one of these, which Key Vault takes; request the certificate with such a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY"})
    void fails_keyUnderTheNameOfAnother(String type) {
        key = pki.write("wrong.key", "-----BEGIN " + type + "-----\nAAAAAAAAAAD/\n-----END " + type + "-----\n");
        isRefused(key + ": got a key that is neither RSA nor EC on P-256, P-384 or P-521, or is damaged,"
                + " must be one of these, which Key Vault takes; request the certificate with such a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "rsa"})
    void fails_keyInOpensslsOldEncryption_saysHowToConvert(String name) {
        String kind = name.equals("rsa") ? "rsa" : "ec";
        pki.openssl(kind + " -in " + name
                + ".key -traditional -aes128 -passout file:right -out old.key"
                        .replace(" -traditional", kind.equals("ec") ? "" : " -traditional"));
        key = pki.file("old.key");
        keyPassword = Optional.of(pki.file("right"));
        assertThat(pki.read("old.key")).contains("Proc-Type: 4,ENCRYPTED");
        isRefused(key + ": got a key in OpenSSL's old encryption (Proc-Type: 4,ENCRYPTED), must be PKCS #8; convert it:"
                + " openssl pkcs8 -topk8 -in " + key + " -out " + key + ".pkcs8");
    }

    @Test
    void pfx_ofAKeyConvertedAsTheRefusalSays_isMade() {
        pki.openssl("ec -in live.key -aes128 -passout file:right -out old.key");
        pki.openssl("pkcs8 -topk8 -in old.key -out old.key.pkcs8 -passin pass:" + PASSPHRASE + " -passout file:right");
        key = pki.file("old.key.pkcs8");
        keyPassword = Optional.of(pki.file("right"));
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void fails_encryptionThatIsNotRead_saysHowToConvert() {
        pki.openssl("pkcs8 -topk8 -in live.key -scrypt -passout file:right -out scrypt.key");
        key = pki.file("scrypt.key");
        keyPassword = Optional.of(pki.file("right"));
        isRefused(key + ": got a key encrypted in a way that is not read here, must be PKCS #8 with AES; convert it:"
                + " openssl pkcs8 -topk8 -in " + key + " -out " + key + ".pkcs8");
    }

    @Test
    void fails_keyWithAPassphraseThatIsNotGiven() {
        key = pki.file("live.encrypted");
        isRefused(
                key + ": got a key with a passphrase, must come with it; write it to a file: --key-password-file FILE");
    }

    @Test
    void fails_wrongPassphrase_saysNothingOfIt() {
        key = pki.file("live.encrypted");
        for (int i = 0; i < 20; i++) {
            keyPassword = Optional.of(pki.write("wrong", PASSPHRASE + i));
            isRefused(key + ": got a passphrase that does not open this key, must be the key's own; name its file:"
                    + " --key-password-file FILE");
        }
    }

    @Test
    void pfx_ofAKeyWithoutPassphraseButAFileOfOne_isMadeWithAWarning() {
        keyPassword = Optional.of(pki.file("right"));
        assertThat(read().warnings()).containsExactly(key + ": has no passphrase; --key-password-file is not needed");
    }

    @Test
    void fails_keyFileWithoutKey() {
        key = pki.file("live.pem");
        isRefused(key + ": got no private key, must be one in PEM; name the file of the certificate's key: --key FILE");
    }

    @Test
    void fails_keyFileWithTwoKeys() {
        key = pki.join("two.key", "live.key", "other.key");
        isRefused(key + ": got 2 private keys, must be one in PEM; name the file of the certificate's key: --key FILE");
    }

    @Test
    void fails_keyOfAnotherProgram() {
        key = pki.write("ssh", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        isRefused(key + ": got OPENSSH PRIVATE KEY, must be PRIVATE KEY, ENCRYPTED PRIVATE KEY, RSA PRIVATE KEY or"
                + " EC PRIVATE KEY; name the file of the certificate's key: --key FILE");
    }
}
