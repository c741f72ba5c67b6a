package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.streammanager.StreamManagerException.Kind;
import io.streamfleet.streammanager.loopback.Fault;
import io.streamfleet.streammanager.loopback.Seen;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of requests that fail: which are sent again, what is said, and that no word of it holds the token. */
@Timeout(60)
class FaultsTest extends OnLoopback {
    private static final long MIB = 1024 * 1024;

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
    void interrupted_whileWaitingForAnAnswer_endsAtOnce() {
        manager.fail(seen -> true, new Fault.Slow(Duration.ofSeconds(30)), 1);
        Thread.currentThread().interrupt();

        assertThat(fault(() -> client().nodeGroups())).hasMessageEndingWith("nodegroup: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
