package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.stacks.refusal.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of what comes of a request, which is good as long as a test changes nothing of it. */
abstract class PfxRequested {
    static final String EC = "ec -pkeyopt ec_paramgen_curve:P-256";
    static final String PASSPHRASE = "canary-of-the-key";

    @TempDir
    static Path folder;

    static Pki pki;

    @TempDir
    Path fresh;

    Path output;
    Path chain;
    Path key;
    Optional<Path> keyPassword = Optional.empty();
    Optional<Path> password = Optional.empty();
    Optional<String> host = Optional.of("live.example.com");
    /** Later than what a test makes itself, whose seconds begin when they will. */
    Instant now = Instant.now().plus(Duration.ofHours(1));

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

    Pfx read() {
        PfxRequest request = new PfxRequest(chain, key, keyPassword, output, password, host, false);
        return Pfx.of(request, Clock.fixed(now, ZoneOffset.UTC));
    }

    void isRefused(String... lines) {
        assertThatThrownBy(this::read)
                .isInstanceOf(Refusal.class)
                .hasMessage(String.join("\n", lines))
                .hasMessageNotContaining(PASSPHRASE);
        assertThat(fresh).isEmptyDirectory();
    }
}
