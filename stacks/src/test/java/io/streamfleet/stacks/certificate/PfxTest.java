package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PFX files, read back by the JDK and by openssl. */
class PfxTest {
    private static final String PASSPHRASE = "canary of the key";
    private static final String PASSWORD = "canary's \"password\" $(x)";

    @TempDir
    private static Path folder;

    private static Pki pki;

    @TempDir
    private Path fresh;

    private Path output;

    @BeforeAll
    static void make() {
        pki = new Pki(folder);
        pki.issue("rsa", "rsa:2048", 90, "live.example.com", "*.example.org");
        pki.issue("ec", "ec -pkeyopt ec_paramgen_curve:P-256", 90, "live.example.com");
        pki.issue("ec384", "ec -pkeyopt ec_paramgen_curve:P-384", 90, "live.example.com");
        pki.issue("ec521", "ec -pkeyopt ec_paramgen_curve:P-521", 90, "live.example.com");
        pki.write("pass", PASSPHRASE + "\n");
        for (String name : List.of("rsa", "ec", "ec384", "ec521")) {
            pki.openssl("pkey -in " + name + ".key -traditional -out " + name + ".traditional");
            for (String cipher : List.of("aes-128-cbc", "aes-256-cbc")) {
                pki.openssl("pkcs8 -topk8 -in " + name + ".key -v2 " + cipher + " -passout file:pass -out " + name + "."
                        + cipher);
            }
            pki.openssl(
                    "pkcs8 -topk8 -in " + name + ".key -v1 PBE-SHA1-3DES -passout file:pass -out " + name + ".3des");
        }
        pki.openssl("ecparam -name prime256v1 -out parameters");
        pki.join("ec.parameters", "parameters", "ec.traditional");
    }

    @BeforeEach
    void name() {
        output = fresh.resolve("live.pfx");
    }

    private PfxRequest request(String name, String key, Optional<String> keyPassword, Optional<String> password) {
        return new PfxRequest(
                pki.file(name + ".full.pem"),
                pki.file(key),
                keyPassword.map(text -> pki.write("key.pass", text)),
                output,
                password.map(text -> pki.write("pfx.pass", text)),
                Optional.of("live.example.com"),
                false);
    }

    private static Pfx made(PfxRequest request) {
        Pfx pfx = Pfx.of(request, Clock.systemUTC());
        pfx.write();
        return pfx;
    }

    private static KeyStore read(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password.toCharArray());
        return store;
    }

    private static List<String> subjects(KeyStore store) throws GeneralSecurityException {
        return Arrays.stream(store.getCertificateChain("certificate"))
                .map(each -> ((X509Certificate) each).getSubjectX500Principal().getName())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, key, false",
        "rsa, traditional, false",
        "rsa, aes-128-cbc, true",
        "rsa, aes-256-cbc, true",
        "rsa, 3des, true",
        "ec, key, false",
        "ec, traditional, false",
        "ec, parameters, false",
        "ec, aes-128-cbc, true",
        "ec, aes-256-cbc, true",
        "ec, 3des, true",
        "ec384, key, false",
        "ec384, traditional, false",
        "ec521, traditional, false",
        "ec521, aes-256-cbc, true"
    })
    void pfx_ofEveryFormOfKey_readsBackInTheJdkAndInOpenssl(String name, String form, boolean encrypted)
            throws IOException, GeneralSecurityException {
        Optional<String> keyPassword = Optional.of(PASSPHRASE + "\n").filter(any -> encrypted);

        Pfx pfx = made(request(name, name + "." + form, keyPassword, Optional.of(PASSWORD)));

        assertThat(pfx.warnings()).isEmpty();
        KeyStore store = read(output, PASSWORD);
        assertThat(subjects(store)).containsExactly("CN=" + name, "CN=Authority");
        PrivateKey key = (PrivateKey) store.getKey("certificate", PASSWORD.toCharArray());
        assertThat(Links.isPair(key, (X509Certificate) store.getCertificate("certificate")))
                .isTrue();
        pki.openssl(
                "pkcs12",
                "-in",
                output.toString(),
                "-passin",
                "pass:" + PASSWORD,
                "-nodes",
                "-nocerts",
                "-out",
                "back");
        assertThat(pki.openssl("pkey -in back -outform PEM")).isEqualTo(pki.read(name + ".key"));
    }

    @Test
    void pfx_ofAChainWithItsRoot_keepsAllInOrder() throws IOException, GeneralSecurityException {
        PfxRequest request = request("ec", "ec.key", Optional.empty(), Optional.empty());
        Path chain = pki.join("whole.pem", "ec.pem", "authority.pem", "root.pem");

        made(new PfxRequest(chain, request.key(), Optional.empty(), output, Optional.empty(), Optional.empty(), false));

        assertThat(subjects(read(output, ""))).containsExactly("CN=ec", "CN=Authority", "CN=Root");
        assertThat(pki.openssl("pkcs12", "-in", output.toString(), "-passin", "pass:", "-nokeys")
                        .lines()
                        .filter(line -> line.startsWith("subject"))
                        // Spaced by the version of openssl.
                        .map(line -> line.replace(" ", "")))
                .containsExactly("subject=CN=ec", "subject=CN=Authority", "subject=CN=Root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSWORD})
    void pfx_withAndWithoutPassword_isInTheEncryptionThatAzureReads(String password) {
        made(request("rsa", "rsa.key", Optional.empty(), Optional.of(password).filter(text -> !text.isEmpty())));

        assertThat(pki.openssl("pkcs12", "-in", output.toString(), "-passin", "pass:" + password, "-info", "-noout"))
                .contains(
                        "MAC: sha1, Iteration 10000",
                        "Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 10000",
                        "PKCS7 Encrypted data: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 10000");
    }

    @Test
    void pfx_withPassword_isNotOpenedByAnother() {
        made(request("rsa", "rsa.key", Optional.empty(), Optional.of(PASSWORD)));

        assertThatThrownBy(() -> read(output, "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(output, PASSWORD + "x")).isInstanceOf(IOException.class);
    }

    @Test
    void pfx_madeOnce_leavesTheSettingsOfTheProcessAsTheyWere() {
        String mac = "keystore.pkcs12.macAlgorithm";
        System.setProperty(mac, "HmacPBESHA512");
        try {
            made(request("ec", "ec.key", Optional.empty(), Optional.empty()));

            assertThat(System.getProperty(mac)).isEqualTo("HmacPBESHA512");
            assertThat(System.getProperties().stringPropertyNames())
                    .filteredOn(name -> name.startsWith("keystore.pkcs12"))
                    .containsExactly(mac);
        } finally {
            System.clearProperty(mac);
        }
    }

    @Test
    void file_newOne_isForItsOwnerAloneAndNothingIsLeftBeside() throws IOException {
        made(request("ec", "ec.key", Optional.empty(), Optional.empty()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("live.pfx");
    }

    @Test
    void file_replacedByForce_isForItsOwnerAloneFromThenOn() throws IOException {
        Files.writeString(output, "old");
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rw-rw-rw-"));
        PfxRequest once = request("ec", "ec.key", Optional.empty(), Optional.empty());

        made(new PfxRequest(once.chain(), once.key(), Optional.empty(), output, Optional.empty(), once.host(), true));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-------");
        assertThat(Files.size(output)).isGreaterThan(500);
        assertThat(names()).containsExactly("live.pfx");
    }

    @Test
    void file_replacedByForceBehindALink_leavesWhatTheLinkNames() throws IOException {
        Path other = Files.writeString(fresh.resolve("other"), "mine");
        Files.createSymbolicLink(output, other);
        PfxRequest once = request("ec", "ec.key", Optional.empty(), Optional.empty());

        made(new PfxRequest(once.chain(), once.key(), Optional.empty(), output, Optional.empty(), once.host(), true));

        assertThat(Files.readString(other)).isEqualTo("mine");
        assertThat(Files.isSymbolicLink(output)).isFalse();
    }

    @Test
    void fails_fileThatCameMeanwhile_isLeftAsItIs() throws IOException {
        Pfx pfx = Pfx.of(request("ec", "ec.key", Optional.empty(), Optional.empty()), Clock.systemUTC());
        Files.writeString(output, "mine");

        assertThatThrownBy(pfx::write)
                .isInstanceOf(Refusal.class)
                .hasMessage(output + ": exists and is left as it is; name another file, or replace it: --force");
        assertThat(Files.readString(output)).isEqualTo("mine");
        assertThat(names()).containsExactly("live.pfx");
    }

    @Test
    void importCommand_ofPathsThatShellsOrAzMightMisread_quotesThem() {
        PfxRequest once = request("ec", "ec.key", Optional.empty(), Optional.of(PASSWORD));
        Path odd = Path.of("@it's.pfx");
        Pfx pfx = Pfx.of(
                new PfxRequest(
                        once.chain(), once.key(), Optional.empty(), odd, once.passwordFile(), once.host(), false),
                Clock.systemUTC());

        assertThat(pfx.importCommand("VAULT", "NAME"))
                .isEqualTo("az keyvault certificate import --vault-name VAULT --name NAME --file './@it'\\''s.pfx'"
                        + " --password @" + pki.file("pfx.pass"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(fresh)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
