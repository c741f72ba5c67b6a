package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what is warned of, each with its whole message. */
class PfxRefusalsTest {
    private static final String EC = "ec -pkeyopt ec_paramgen_curve:P-256";
    private static final String PASSPHRASE = "canary-of-the-key";

    @TempDir
    private static Path folder;

    private static Pki pki;

    @TempDir
    private Path fresh;

    private Path output;
    private Path chain;
    private Path key;
    private Optional<Path> keyPassword = Optional.empty();
    private Optional<Path> password = Optional.empty();
    private Optional<String> host = Optional.of("live.example.com");
    /** Later than what a test makes itself, whose seconds begin when they will. */
    private Instant now = Instant.now().plus(Duration.ofHours(1));

    @BeforeAll
    static void make() {
        pki = new Pki(folder);
        pki.issue("live", EC, 90, "live.example.com", "*.live.example.com");
        pki.issue("other", EC, 90, "other.example.com");
        pki.issue("rsa", "rsa:2048", 90, "live.example.com");
        pki.write("right", PASSPHRASE + "\n");
        pki.openssl("pkcs8 -topk8 -in live.key -passout file:right -out live.encrypted");
    }

    @BeforeEach
    void name() {
        output = fresh.resolve("live.pfx");
        chain = pki.file("live.full.pem");
        key = pki.file("live.key");
    }

    private Pfx read() {
        PfxRequest request = new PfxRequest(chain, key, keyPassword, output, password, host, false);
        return Pfx.of(request, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void isRefused(String... lines) {
        assertThatThrownBy(this::read)
                .isInstanceOf(Refusal.class)
                .hasMessage(String.join("\n", lines))
                .hasMessageNotContaining(PASSPHRASE);
        assertThat(fresh).isEmptyDirectory();
    }

    private static Instant end(String name) {
        return ChainFile.read(pki.file(name)).server().getNotAfter().toInstant();
    }

    private static Instant start(String name) {
        return ChainFile.read(pki.file(name)).server().getNotBefore().toInstant();
    }

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
    void fails_chainInReverse_saysTheOrder() {
        chain = pki.join("reverse.pem", "root.pem", "authority.pem", "live.pem");
        host = Optional.empty();
        isRefused(
                chain + ": got the certificates in the order (CN=Root), (CN=Authority), (CN=live), must be each before"
                        + " its issuer: (CN=live), (CN=Authority), (CN=Root); put them in this order");
    }

    @Test
    void fails_rootBeforeAuthority_saysTheOrder() {
        chain = pki.join("swapped.pem", "live.pem", "root.pem", "authority.pem");
        isRefused(
                chain + ": got the certificates in the order (CN=live), (CN=Root), (CN=Authority), must be each before"
                        + " its issuer: (CN=live), (CN=Authority), (CN=Root); put them in this order");
    }

    @Test
    void fails_chainWithAGap_saysWhatIsMissing() {
        chain = pki.join("gap.pem", "live.pem", "root.pem");
        isRefused(
                chain + ": got certificate 2 (CN=Root) after certificate 1 (CN=live), must be its issuer, CN=Authority;"
                        + " get the chain from the issuer");
    }

    @Test
    void fails_serverTwice_saysWhatIsMissing() {
        chain = pki.join("twice.pem", "live.pem", "live.full.pem");
        isRefused(
                chain + ": got certificate 2 (CN=live) after certificate 1 (CN=live), must be its issuer, CN=Authority;"
                        + " get the chain from the issuer");
    }

    @Test
    void fails_issuerOfTheSameNameWithAnotherKey() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        new Pki(elsewhere);
        Files.copy(elsewhere.resolve("authority.pem"), folder.resolve("impostor.pem"));
        chain = pki.join("impostor.full.pem", "live.pem", "impostor.pem");
        isRefused(chain + ": got certificate 2 (CN=Authority) after certificate 1 (CN=live), must be its issuer,"
                + " CN=Authority; get the chain from the issuer");
    }

    @Test
    void fails_issuerThatMayNotIssue() {
        pki.issueBy("live", "below", EC, 30, "", "live.example.com");
        chain = pki.join("below.full.pem", "below.pem", "live.full.pem");
        key = pki.file("below.key");
        now = start("below.pem").plusSeconds(1);
        assertThatThrownBy(this::read)
                .hasMessage(chain + ": got certificate 2 (CN=live) as an issuer, must be a certificate authority's;"
                        + " no client trusts it: get the chain from the issuer");
    }

    @Test
    void fails_certificateThatEnded() {
        now = end("live.pem").plusMillis(1500);
        isRefused(chain + ": got certificate 1 (CN=live), which ended at " + end("live.pem")
                + ", must be valid now, at " + end("live.pem").plusSeconds(1) + "; renew it");
    }

    @Test
    void fails_certificateThatIsNotYetValid_sayingSoOfEach() {
        now = start("live.pem").minus(Duration.ofDays(1));
        isRefused(
                chain + ": got certificate 1 (CN=live), which is valid from " + start("live.pem")
                        + ", must be valid now, at " + now + "; wait, or set this machine's clock",
                chain + ": got certificate 2 (CN=Authority), which is valid from " + start("authority.pem")
                        + ", must be valid now, at " + now + "; wait, or set this machine's clock");
    }

    @Test
    void pfx_atTheCertificatesLastMoment_isMadeWithAWarning() {
        now = end("live.pem");
        assertThat(read().warnings())
                .containsExactly(
                        chain + ": certificate 1 (CN=live) ends at " + now + ", in less than a day; renew it soon");
    }

    @ParameterizedTest
    @CsvSource({"29, 29 days", "1, 1 day"})
    void pfx_withinAMonthOfTheEnd_isMadeWithAWarning(int days, String words) {
        now = end("live.pem").minus(Duration.ofDays(days));
        assertThat(read().warnings())
                .containsExactly(chain + ": certificate 1 (CN=live) ends at " + end("live.pem") + ", in " + words
                        + "; renew it soon");
    }

    @Test
    void pfx_aMonthBeforeTheEnd_isMadeWithoutAWarning() {
        now = end("live.pem").minus(Duration.ofDays(30));
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void pfx_withARootThatEnded_isMade() {
        pki.openssl("x509 -in root.pem -signkey root.key -days 1 -out old-root.pem");
        chain = pki.join("old.pem", "live.full.pem", "old-root.pem");
        now = end("old-root.pem").plus(Duration.ofDays(1));
        assertThat(read().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "www.example.com", "a.b.live.example.com", "live.example.com.evil.com"})
    void fails_hostThatTheCertificateDoesNotName(String other) {
        host = Optional.of(other);
        isRefused("--for: got " + other + ", must be a host that " + chain
                + " names (live.example.com, *.live.example.com); request a certificate for " + other
                + ", or name another SPEC or HOST");
    }

    @Test
    void pfx_forAHostOfTheWildcard_isMade() {
        host = Optional.of("www.live.example.com");
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void fails_hostThatIsTheCommonNameAlone() {
        chain = pki.issue("live.example.net", EC, 90);
        key = pki.file("live.example.net.key");
        host = Optional.of("live.example.net");
        isRefused("--for: got live.example.net, must be a host that " + chain
                + " names (it names none: a common name does not count); request a certificate for live.example.net,"
                + " or name another SPEC or HOST");
    }

    @Test
    void pfx_ofASelfSignedCertificate_isMadeWithAWarning() {
        pki.openssl("req -x509 -newkey " + EC + " -nodes -keyout self.key -out self.pem -days 90 -subj /CN=self"
                + " -addext subjectAltName=DNS:live.example.com");
        chain = pki.file("self.pem");
        key = pki.file("self.key");
        assertThat(read().warnings())
                .containsExactly(
                        chain + ": certificate 1 (CN=self) is self-signed; no client trusts it that was not told to");
    }

    @Test
    void pfx_ofTheServersCertificateAlone_isMadeWithAWarning() {
        chain = pki.file("live.pem");
        assertThat(read().warnings())
                .containsExactly(chain + ": holds certificate 1 (CN=live) alone; clients also need its issuer's,"
                        + " CN=Authority, unless they know it; name fullchain.pem");
    }

    @Test
    void fails_certificateThatIsNotForServers() {
        chain = pki.issueBy("authority", "client", EC, 90, "extendedKeyUsage=clientAuth\n", "live.example.com");
        key = pki.file("client.key");
        isRefused(chain
                + ": got certificate 1 (CN=client), which is not for TLS servers, must have the extended key usage"
                + " serverAuth; request one for a server");
    }

    @Test
    void pfx_withoutExtendedKeyUsage_isMade() {
        chain = pki.issueBy("authority", "any", EC, 90, "", "live.example.com");
        key = pki.file("any.key");
        assertThat(read().warnings()).isEmpty();
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

    @Test
    void fails_chainFileWithoutCertificate() {
        chain = pki.file("live.key");
        isRefused(chain + ": got no certificate, must be PEM, the server's first, then its issuers; name fullchain.pem:"
                + " --chain FILE");
    }

    @Test
    void fails_damagedCertificate_namesItsLine() {
        chain = pki.write(
                "damaged.pem", pki.read("live.pem") + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        long line = pki.read("live.pem").lines().count() + 1;
        isRefused(
                chain + ": got a damaged certificate, must be X.509; copy the file again (" + chain + ":" + line + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'got an empty FILE, must hold a password; for a PFX file without one leave out --password-file'",
        "'one\ntwo', 'got FILE with more than one line, or with other characters, must be one line of printable ASCII that"
                + " ends in a line feed or in nothing; write it anew'",
        "'one\r\n', 'got FILE with more than one line, or with other characters, must be one line of printable ASCII that"
                + " ends in a line feed or in nothing; write it anew'",
        "'pässword', 'got FILE with more than one line, or with other characters, must be one line of printable ASCII that"
                + " ends in a line feed or in nothing; write it anew'"
    })
    void fails_passwordFileThatAzOrTheJdkWouldReadOtherwise(String text, String words) {
        password = Optional.of(pki.write("password", text));
        isRefused("--password-file: " + words.replace(" FILE", " " + password.get()));
    }

    @Test
    void fails_passwordFileWhosePathAzWouldNotRead() {
        password = Optional.of(pki.write("a=b", "password"));
        isRefused("--password-file: got " + password.get() + ", must be a path without '=', which az would not read;"
                + " rename the file");
    }

    @Test
    void fails_emptyPassphraseFile() {
        keyPassword = Optional.of(pki.write("empty", "\r\n"));
        isRefused("--key-password-file: got an empty " + keyPassword.get()
                + ", must hold the key's passphrase; for a key" + " without one leave out --key-password-file");
    }

    @Test
    void fails_outputThatIsThere_isLeftAsItIs() throws IOException {
        Files.writeString(output, "mine");
        assertThatThrownBy(this::read)
                .hasMessage(output + ": exists and is left as it is; name another file, or replace it: --force");
        assertThat(Files.readString(output)).isEqualTo("mine");
    }

    @Test
    void fails_outputThatIsALinkToNothing() throws IOException {
        Files.createSymbolicLink(output, fresh.resolve("nothing"));
        assertThatThrownBy(this::read)
                .hasMessage(output + ": exists and is left as it is; name another file, or replace it: --force");
    }

    @Test
    void fails_outputThatIsAFolderOrInNone() {
        output = fresh;
        isRefused(output + ": got a folder, must be a file; name a file in it: -o FILE");
        output = fresh.resolve("no/live.pfx");
        isRefused(output + ": its folder does not exist; make it, or name another file: -o FILE");
    }

    @Test
    void fails_outputOverTheKey_evenByForce() {
        PfxRequest request = new PfxRequest(chain, key, Optional.empty(), key, Optional.empty(), host, true);
        String before = pki.read("live.key");
        assertThatThrownBy(() -> Pfx.of(request, Clock.systemUTC()))
                .hasMessage(key + ": got a file that is read as well, must be another; name another file: -o FILE");
        assertThat(pki.read("live.key")).isEqualTo(before);
    }

    @Test
    void fails_severalAtOnce_saysThemAll() throws IOException {
        chain = fresh.resolve("no.pem");
        key = fresh;
        keyPassword = Optional.empty();
        password = Optional.of(Files.write(folder.resolve("large"), new byte[2_000_000]));
        isRefused(
                chain + ": does not exist; name another file: --chain FILE",
                key + ": got a folder, must be a file; name the file: --key FILE",
                password.get() + ": got more than 1 MiB, must be less; name another file: --password-file FILE");
    }
}
