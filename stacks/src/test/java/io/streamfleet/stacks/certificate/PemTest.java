package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PEM files as they come: from editors, mail, Windows, and from cat. */
class PemTest {
    @TempDir
    private static Path folder;

    private static Pki pki;

    @BeforeAll
    static void make() {
        pki = new Pki(folder);
        pki.issue("ec", "ec -pkeyopt ec_paramgen_curve:P-256", 90, "live.example.com");
    }

    static List<String> shapes() {
        String whole = pki.read("ec.full.pem");
        return List.of(
                whole,
                whole.replace("\n", "\r\n"),
                whole.replace("\n", "\r"),
                "\uFEFF" + whole,
                // Joined on Windows, each with a mark of its own.
                "\uFEFF" + pki.read("ec.pem") + "\uFEFF" + pki.read("authority.pem"),
                // Joined without a line end between them.
                pki.read("ec.pem").strip() + pki.read("authority.pem").strip(),
                "Bag Attributes\n    friendlyName: live\nsubject=CN = ec\n"
                        + whole.replace("-----END", "\n \n-----END"),
                pki.openssl("x509 -text -in ec.pem") + "\nissuer:\n" + pki.openssl("x509 -text -in authority.pem"),
                // Quoted or indented, as mail has it.
                whole.replace("\n", "\n   \t"),
                whole.replace("CERTIFICATE", "X509 CERTIFICATE"),
                pki.read("ec.key") + whole,
                whole + pki.read("ec.key"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void chain_inWhateverShape_isReadInItsOrder(String text) {
        Path file = pki.write("shape.pem", text);

        assertThat(ChainFile.read(file).certificates())
                .containsExactlyElementsOf(
                        ChainFile.read(pki.file("ec.full.pem")).certificates());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void key_besideAChain_isReadWhereThereIsOne(String text) {
        Path file = pki.write("both.pem", text.contains("PRIVATE KEY") ? text : text + pki.read("ec.key"));

        KeyFile read = KeyFile.read(file, Optional.empty());

        assertThat(Links.isPair(read.key(), ChainFile.read(file).server())).isTrue();
    }

    @Test
    void fails_blockWithoutEnd_namesItsLine() {
        String text = "first\n" + pki.read("ec.pem") + "between\n" + pki.read("authority.pem");
        int line = 1
                + (int) text.substring(0, text.lastIndexOf("-----BEGIN"))
                        .lines()
                        .count();
        Path cut = pki.write("cut.pem", text.substring(0, text.length() - 10));

        assertThatThrownBy(() -> Pem.read(cut, "--chain"))
                .isInstanceOf(Refusal.class)
                .hasMessage(cut + ": got CERTIFICATE without its end, must be closed by -----END CERTIFICATE-----;"
                        + " copy the file again (" + cut + ":" + line + ")");
    }

    @Test
    void fails_blockCutBeforeTheNext_namesItsLine() {
        Path cut = pki.write("cut.pem", pki.read("ec.pem").substring(0, 100) + "\n" + pki.read("authority.pem"));

        assertThatThrownBy(() -> Pem.read(cut, "--chain"))
                .hasMessage(cut + ": got CERTIFICATE without its end, must be closed by -----END CERTIFICATE-----;"
                        + " copy the file again (" + cut + ":1)");
    }

    @Test
    void fails_contentThatIsNotBase64_namesItsLineAndNothingOfIt() {
        String key = pki.read("ec.key");
        Path damaged = pki.write("damaged.key", "\n\n" + key.replaceFirst("\nMI", "\nM*"));

        assertThatThrownBy(() -> Pem.read(damaged, "--key"))
                .hasMessage(damaged + ": got PRIVATE KEY with damaged content, must be base64; copy the file again ("
                        + damaged + ":3)");
    }

    @Test
    void read_ofBytesThatAreNoText_findsNoBlock() throws IOException {
        Path binary = Files.write(folder.resolve("der"), new byte[] {0x30, (byte) 0x82, 0, (byte) 0xFF});

        assertThat(Pem.read(binary, "--chain").blocks()).isEmpty();
        assertThat(Pem.read(Files.write(binary, "".getBytes(StandardCharsets.UTF_8)), "--chain")
                        .blocks())
                .isEmpty();
    }
}
