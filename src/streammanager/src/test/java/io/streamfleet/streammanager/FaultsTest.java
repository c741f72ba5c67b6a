package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamfleet.streammanager.StreamManagerException.Kind;
import io.streamfleet.streammanager.loopback.Certificates;
import io.streamfleet.streammanager.loopback.Fault;
import io.streamfleet.streammanager.loopback.InstantPause;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import io.streamfleet.streammanager.loopback.Seen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of requests that fail: which are sent again, what is said, and that no word of it holds the token. */
@Timeout(60)
class FaultsTest {
    private static final String CANARY = "cAnArY/7+f&9%zz";
    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    private final InstantPause pause = new InstantPause();
    private LoopbackStreamManager manager;

    @BeforeEach
    void start() {
        manager = LoopbackStreamManager.start("4.0", CANARY);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private StreamManagerClient client() {
        return client(manager.endpoint(), Optional.empty());
    }

    private StreamManagerClient client(String endpoint, Optional<Path> authorities) {
        return new StreamManagerClient(ClientSettings.builder()
                .endpoint(Endpoint.of(endpoint))
                .token(AccessToken.of(CANARY))
                .authorities(authorities)
                .answerTimeout(Duration.ofMillis(600))
                .pause(pause)
                .build());
    }

    private static StreamManagerException fault(Runnable request) {
        StreamManagerException fault = catchThrowableOfType(StreamManagerException.class, request::run);
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain("cAnArY").doesNotContain("canary");
        assertThat(fault.getMessage().lines()).hasSize(1);
        return fault;
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.unavailable(),
                Fault.broken(),
                new Fault.Status(429, "text/plain", "slow down"),
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.CutWithin(),
                new Fault.Slow(Duration.ofMillis(1200)),
                new Fault.SlowBody(Duration.ofMillis(1200)),
                new Fault.Instead("[{\"name\": \"gro"),
                new Fault.Instead(""),
                new Fault.Instead("[] []"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void reads_failedOnce_areSentAgain(Fault fault) {
        manager.fail(Seen::writes, fault, 0);
        manager.fail(seen -> true, fault, 1);

        assertThat(client().nodeGroups()).isEmpty();

        assertThat(manager.requests()).hasSize(2);
        assertThat(pause.waits()).hasSize(isSentAgainByTheJdk(fault) ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void fails_readsFailedEachTime_afterFourAttempts(Fault fault) {
        manager.fail(seen -> true, fault, 99);

        StreamManagerException said = fault(() -> client().nodeGroups());

        assertThat(said)
                .hasMessageStartingWith("GET " + manager.endpoint() + "/streammanager/api/4.0/admin/nodegroup: ");
        assertThat(said).hasMessageEndingWith(" (asked 4 times)");
        assertThat(manager.requests()).hasSize(isSentAgainByTheJdk(fault) ? 8 : 4);
        assertThat(pause.waits())
                .containsExactly(Duration.ofMillis(375), Duration.ofMillis(750), Duration.ofMillis(1500));
    }

    /** Of what only reads, the JDK's client sends once more by itself what a connection ended without any answer. */
    private static boolean isSentAgainByTheJdk(Fault fault) {
        return fault instanceof Fault.CutBefore || fault instanceof Fault.CutAfter;
    }

    static Stream<Fault> doubtful() {
        return passing()
                .filter(fault -> !(fault instanceof Fault.Instead)
                        && !(fault instanceof Fault.Status status && status.status() == 429));
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void fails_makingFailed_isNotSentAgain(Fault fault) {
        manager.fail(Seen::writes, fault, 1);

        StreamManagerException said = fault(() -> client().createScalePolicy(POLICY));

        assertThat(said.isPerhapsDone()).isTrue();
        assertThat(manager.requests()).hasSize(1);
    }

    @Test
    void puts_failedOnce_areSentAgain() {
        client().createScalePolicy(POLICY);
        manager.fail(Seen::writes, new Fault.CutAfter(), 1);

        client().updateScalePolicy("live", POLICY);

        assertThat(manager.requests())
                .extracting(Seen::what)
                .containsExactly(
                        "POST admin/configurations/scalepolicy",
                        "PUT admin/configurations/scalepolicy/live",
                        "PUT admin/configurations/scalepolicy/live");
    }

    @Test
    void fails_errorOfTheContainer_inItsWordsWithoutTheToken() {
        manager.fail(seen -> true, Fault.broken(), 9);

        assertThat(fault(() -> client().nodeGroups()))
                .hasMessageEndingWith("nodegroup: answered 500: HTTP Status 500 at ?accessToken=*** (asked 4 times)");
    }

    @Test
    void fails_errorBodyOfAFineStatus_isAnError() {
        manager.fail(seen -> true, new Fault.Instead("{\"errorMessage\":\"no database " + CANARY + "\"}"), 9);

        StreamManagerException said = fault(() -> client().nodeGroups());

        assertThat(said).hasMessageEndingWith("nodegroup: answered 200: no database ***");
        assertThat(said.kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void fails_answerWithControlCharacters_isShownWithoutThem() {
        manager.fail(seen -> true, new Fault.Status(400, "text/plain", "\u001b[31mred\r\nnext\u202eline\u0007"), 1);

        assertThat(fault(() -> client().nodeGroups())).hasMessageEndingWith("answered 400: [31mred next line");
    }

    @Test
    void fails_answerOf50Megabytes_isNotRead() {
        manager.fail(seen -> true, new Fault.Huge(50 * MIB), 1);

        StreamManagerException said = fault(() -> client().nodeGroups());

        assertThat(said).hasMessageEndingWith("nodegroup: the answer is larger than 8388608 bytes; it was not read");
        assertThat(said.kind()).isEqualTo(Kind.STRANGE);
        assertThat(manager.requests()).hasSize(1);
    }

    @Test
    void nodes_withKeysOfALaterVersion_areRead() {
        manager.fail(
                seen -> true,
                new Fault.Status(
                        200,
                        "application/json",
                        "[{\"identifier\":\"a\",\"role\":\"EDGE\"," + "\"address\":null,\"news\":{\"b\":1}}]"),
                1);

        assertThat(client().nodes("live")).containsExactly(new Node("a", "edge", "", Optional.empty(), "pending"));
    }

    @Test
    void fails_wrongKindInAnAnswer_namesThePath() {
        manager.fail(
                seen -> true,
                new Fault.Instead(
                        "[{\"name\":\"a\",\"regions\":\"us-east-1\",\"launchConfig\":\"l\",\"scalePolicy\":\"s\"}]"),
                1);

        assertThat(fault(() -> client().nodeGroups()))
                .hasMessageEndingWith("nodegroup: the answer is not the API's: [0].regions: got \"us-east-1\","
                        + " must be an array");
        manager.fail(seen -> true, new Fault.Instead("[{\"name\":\"a\",\"regions\":[]}]"), 1);
        assertThat(fault(() -> client().nodeGroups()))
                .hasMessageEndingWith("the answer is not the API's: [0].launchConfig: got nothing, must be given");
        manager.fail(seen -> true, new Fault.Instead("{}"), 1);
        assertThat(fault(() -> client().nodeGroups()))
                .hasMessageEndingWith("the answer is not the API's: the whole: got an object, must be an array");
    }

    @Test
    void fails_redirect_isNotFollowed() {
        try (LoopbackStreamManager other = LoopbackStreamManager.start("4.0", CANARY)) {
            manager.fail(seen -> true, new Fault.Redirect(other.endpoint() + "/elsewhere"), 1);

            assertThat(fault(() -> client().nodeGroups()))
                    .hasMessageEndingWith("nodegroup: answered 302 and points to " + other.endpoint()
                            + "/elsewhere; it is not followed, since the token would go there;"
                            + " name that address if it is right");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void fails_nobodyListens_afterFourAttemptsAlsoOfMaking() throws IOException {
        // Its port is nobody else's, and it does not listen.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String endpoint = "http://127.0.0.1:" + deaf.getLocalPort();

            StreamManagerException said =
                    fault(() -> client(endpoint, Optional.empty()).createScalePolicy(POLICY));

            assertThat(said)
                    .hasMessage("POST " + endpoint
                            + "/streammanager/api/4.0/admin/configurations/scalepolicy: no connection; is " + endpoint
                            + " the right address, open to this machine? (asked 4 times)");
            assertThat(said.kind()).isEqualTo(Kind.UNREACHED);
            assertThat(said.isPerhapsDone()).isFalse();
        }
    }

    @Test
    void fails_noSuchName_saysSo() {
        assertThat(fault(
                        () -> client("http://nowhere.invalid", Optional.empty()).nodeGroups()))
                .hasMessageContaining("there is no such name; is http://nowhere.invalid the right address");
    }

    @Test
    void https_ofTheNamedAuthority_isTrusted() {
        Certificates certificates = Certificates.of(folder, "ip:127.0.0.1");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            assertThat(client(secure.endpoint(), Optional.of(certificates.authority()))
                            .nodeGroups())
                    .isEmpty();
        }
    }

    @Test
    void fails_httpsOfAnUnknownAuthority_sendsNothing() {
        Certificates certificates = Certificates.of(folder, "ip:127.0.0.1");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            StreamManagerException said =
                    fault(() -> client(secure.endpoint(), Optional.empty()).nodeGroups());

            assertThat(said)
                    .hasMessageContaining("nodegroup: the certificate is not trusted (")
                    .hasMessageEndingWith(
                            "; nothing was sent; correct the endpoint's name, or name the file of its authority");
            assertThat(said.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void fails_httpsWithAnotherHostsCertificate_sendsNothing() {
        Certificates certificates = Certificates.of(folder, "dns:other.example.com");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            StreamManagerException said = fault(() -> client(secure.endpoint(), Optional.of(certificates.authority()))
                    .nodeGroups());

            assertThat(said).hasMessageContaining("the certificate is not trusted (No subject alternative names");
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void fails_httpWhereHttpsIsMeant_saysThatItIsNotSecure() {
        String endpoint = manager.endpoint().replace("http:", "https:");

        assertThat(fault(() -> client(endpoint, Optional.empty()).nodeGroups()).getMessage())
                .contains(endpoint + "/streammanager/api/4.0/admin/nodegroup: no ");
    }

    @Test
    void fails_fileOfNoAuthorities_isRefusedBeforeAnyRequest() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(empty)))
                .hasMessage(empty + " holds no certificate; it must be PEM");
        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(text)))
                .hasMessage(text + " holds no certificate; it must be PEM");
        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(missing)))
                .hasMessage(missing + " cannot be read (NoSuchFileException)");
    }

    @Test
    void interrupted_whileWaitingForAnAnswer_endsAtOnce() {
        manager.fail(seen -> true, new Fault.Slow(Duration.ofSeconds(30)), 1);
        Thread.currentThread().interrupt();

        assertThat(fault(() -> client().nodeGroups())).hasMessageEndingWith("nodegroup: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
