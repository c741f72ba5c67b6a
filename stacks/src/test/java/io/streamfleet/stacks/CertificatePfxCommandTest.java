package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.certificate.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePfxCommandTest {
    private static final String CANARY = "canary-2f6d1c";

    private static final Path AZURE =
            Path.of("../src/core/src/test/resources/io/streamfleet/core/rules/good/azure-gateway.yaml");

    @TempDir
    private static Path folder;

    private static Pki pki;

    @TempDir
    private Path fresh;

    @BeforeAll
    static void make() {
        pki = new Pki(folder);
        pki.issue("live", "rsa:2048", 90, "live.example.com", "*.example.org");
        pki.write("key.pass", CANARY + "-key\n");
        pki.write("pfx.pass", CANARY + "-pfx\n");
        pki.openssl("pkcs8 -topk8 -in live.key -passout file:key.pass -out live.encrypted");
    }

    private Run pfx(String key, String... more) {
        List<String> arguments = new ArrayList<>(List.of("certificate", "pfx"));
        arguments.addAll(List.of("--chain", pki.file("live.full.pem").toString()));
        arguments.addAll(List.of("--key", pki.file(key).toString()));
        arguments.addAll(List.of("-o", output().toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path output() {
        return fresh.resolve("live.pfx");
    }

    private static String end() {
        String words = pki.openssl("x509 -in live.pem -noout -enddate -dateopt iso_8601");
        return words.strip().replace("notAfter=", "").replace(" ", "T");
    }

    @Test
    void pfx_withoutPassword_printsTheImportAndSaysWhatToKeep() {
        Run run = pfx("live.key", "--for", "live.example.com");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("az keyvault certificate import --vault-name VAULT --name NAME --file " + output() + "\n");
        assertThat(run.err())
                .isEqualTo("streamfleet: wrote " + output() + ", mode 600, for live.example.com, *.example.org until "
                        + end() + "\nstreamfleet: " + output() + " has no password: keep it like "
                        + pki.file("live.key")
                        + ", and delete it after the import\n");
    }

    @Test
    void pfx_withPasswords_showsNoneOfThemAnywhere() throws IOException {
        Run run = pfx(
                "live.encrypted",
                "--key-password-file",
                pki.file("key.pass").toString(),
                "--password-file",
                pki.file("pfx.pass").toString(),
                "--for",
                "www.example.org",
                "--debug");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("az keyvault certificate import --vault-name VAULT --name NAME --file " + output()
                        + " --password @" + pki.file("pfx.pass") + "\n");
        assertThat(run.err())
                .isEqualTo("streamfleet: wrote " + output() + ", mode 600, for live.example.com, *.example.org until "
                        + end() + "\n");
        assertThat(run.out() + run.err()).doesNotContain(CANARY);
        assertThat(pki.openssl(
                        "pkcs12", "-in", output().toString(), "-passin", "file:" + pki.file("pfx.pass"), "-noout"))
                .isEmpty();
    }

    /** Copies a description, with another domain. */
    private Path described(Path original, String domain) throws IOException {
        return Files.writeString(
                folder.resolve("live.yaml"),
                Files.readString(original).replaceFirst("(?m)^domain: \\S+", "domain: " + domain));
    }

    @Test
    void pfx_forADescriptionOnAzure_printsItsVaultAndName() throws IOException {
        Run run = pfx("live.key", "--for", described(AZURE, "live.example.com").toString());

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("az keyvault certificate import --vault-name live-vault --name live-example-com --file "
                        + output() + "\n");
        assertThat(run.err()).doesNotContain("warning");
    }

    @Test
    void fails_forADescriptionOfAnotherDomain() throws IOException {
        Run run = pfx("live.key", "--for", described(AZURE, "other.example.com").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("streamfleet: --for: got other.example.com, must be a host that " + pki.file("live.full.pem")
                        + " names (live.example.com, *.example.org); request a certificate for other.example.com, or name"
                        + " another SPEC or HOST\n");
        assertThat(output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google"})
    void pfx_forADescriptionOnAnotherCloud_warns(String cloud) throws IOException {
        Path spec = described(Specs.shipped("red5-" + cloud), "live.example.com");

        Run run = pfx("live.key", "--for", spec.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(" --vault-name VAULT --name NAME ");
        assertThat(run.err())
                .startsWith("streamfleet: warning: " + spec + " is for " + cloud
                        + ", which takes PEM files as they are; a PFX file is for azure\n");
    }

    @Test
    void pfx_forNobody_warnsThatTheHostWasNotChecked() {
        Run run = pfx("live.key");

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .startsWith("streamfleet: warning: the host was not checked; name it: --for SPEC or --for HOST\n");
    }

    @Test
    void pfx_ofTheServersCertificateAlone_warns() {
        Run run = Run.of(
                "certificate",
                "pfx",
                "--chain=" + pki.file("live.pem"),
                "--key=" + pki.file("live.key"),
                "--for=live.example.com",
                "--output=" + output());

        assertThat(run.status()).isZero();
        assertThat(run.err()).startsWith("streamfleet: warning: " + pki.file("live.pem") + ": holds certificate 1");
    }

    @Test
    void fails_wrongPassphrase_withStatusOneAndNoTrace() {
        Run run = pfx(
                "live.encrypted", "--key-password-file", pki.file("pfx.pass").toString(), "--debug");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "streamfleet: " + pki.file("live.encrypted") + ": got a passphrase that does not open this key,"
                                + " must be the key's own; name its file: --key-password-file FILE\n")
                .doesNotContain(CANARY);
        assertThat(output()).doesNotExist();
    }

    @Test
    void fails_existingFile_untilItIsForced() throws IOException {
        Files.writeString(output(), "mine");

        Run run = pfx("live.key", "--for", "live.example.com");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("streamfleet: " + output()
                        + ": exists and is left as it is; name another file, or replace it: --force\n");
        assertThat(Files.readString(output())).isEqualTo("mine");
        assertThat(pfx("live.key", "--for", "live.example.com", "--force").status())
                .isZero();
        assertThat(Files.size(output())).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "no/such/file"})
    void fails_forADescriptionThatIsMissing_withStatusOne(String spec) {
        Run run = pfx("live.key", "--for", spec);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "streamfleet: got a file that does not exist, must be a description; streamfleet init writes one"
                                + " (" + spec + ")\nstreamfleet: refused: 1 error; nothing was written\n");
        assertThat(output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:", "Live.example.com", "localhost", "*.example.com", "10.0.0.1"})
    void fails_forWhatIsNoHost_withStatusTwo(String host) {
        Run run = pfx("live.key", "--for", host);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("streamfleet: --for: got '" + host
                        + "', must be a description, or a host name in lower case, such as live.example.com\n"
                        + "streamfleet: try 'streamfleet certificate pfx --help'\n");
        assertThat(output()).doesNotExist();
    }

    @Test
    void fails_withoutWhatIsNeeded_withStatusTwo() {
        Run run = Run.of("certificate", "pfx", "--chain", "fullchain.pem");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("streamfleet: missing required options: '--key=FILE', '--output=FILE'\n"
                        + "streamfleet: try 'streamfleet certificate pfx --help'\n");
    }

    @Test
    void fails_passwordAsAnArgument_withStatusTwo() {
        Run run = pfx("live.key", "--password", CANARY);

        assertThat(run.status()).isEqualTo(2);
        assertThat(output()).doesNotExist();
    }

    @Test
    void fails_certificateAlone_withStatusTwoAndItsCommands() {
        Run run = Run.of("certificate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("streamfleet: which command of certificate? pfx\n"
                        + "streamfleet: try 'streamfleet certificate --help'\n");
    }

    @Test
    void help_ofPfx_hasExamplesAndEveryOption() {
        Run run = Run.of("certificate", "pfx", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Usage: streamfleet certificate pfx")
                .contains("--chain=FILE", "--key=FILE", "--key-password-file=FILE", "--for=SPEC|HOST")
                .contains("--output=FILE", "--password-file=FILE", "--force")
                .contains("Examples:", "Exit status:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of("completion").out()).contains("_picocli_streamfleet_certificate_pfx", "--key-password-file");
    }
}
