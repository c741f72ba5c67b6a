package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of the files that are read and written. */
class FileRefusalsTest extends PfxRequested {
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
