package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.boot.LoopbackAws.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Identity and secrets that are missing, half there, late or out of reach. Whatever it is: the server is not started, its
 * settings are as they were, and one line says why, without a secret.
 */
class SecretFaultsTest {
    private static final String DENIED = "User: arn:aws:sts::111122223333:assumed-role/live/i-0aaaaaaaaaaaaaaa1 is not "
            + "authorized to perform: secretsmanager:GetSecretValue";

    @TempDir
    Path folder;

    private ScratchServer server;

    @BeforeAll
    static void tools() {
        Tools.forBoots();
    }

    @BeforeEach
    void build() {
        server = new ScratchServer(folder, "i-0aaaaaaaaaaaaaaa1")
                .install(Descriptions.existing())
                .database(SharedDatabase.empty().port());
        server.aws.secrets.put(Descriptions.SECRET, Secrets.json(Secrets.tier()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void staysStopped(String why) {
        Boots.staysStopped(server, why);
        assertThat(SharedDatabase.schemaIsThere())
                .as("the database was touched")
                .isFalse();
    }

    private String starts() {
        return Boots.starts(server).out();
    }

    static Stream<Arguments> wrongSecrets() {
        String of = "secret corp/streaming/stream-manager";
        return Stream.of(
                Arguments.of(
                        "{}",
                        of + ": clusterPassword, nodeApiToken, administratorToken, databasePassword missing or "
                                + "empty; put them in it, see streamfleet checklist"),
                Arguments.of(
                        Secrets.without("nodeApiToken", "databasePassword"),
                        of + ": nodeApiToken, databasePassword missing or empty; put them in it, see streamfleet "
                                + "checklist"),
                Arguments.of(
                        Secrets.with("administratorToken", " \t"),
                        of + ": administratorToken missing or empty; put it in it, see streamfleet checklist"),
                Arguments.of(
                        Secrets.with("accessKey", "canary"),
                        of + ": accessSecret missing or empty; put it in it, see streamfleet checklist"),
                Arguments.of(
                        "{\"clusterPassword\": 1, \"nodeApiToken\": null, \"administratorToken\": [\"canary\"], "
                                + "\"databasePassword\": {\"canary\": \"canary\"}}",
                        of + ": clusterPassword, nodeApiToken, administratorToken, databasePassword missing or empty; "
                                + "put them in it, see streamfleet checklist"),
                Arguments.of("canary", of + " is no JSON; it must be one object of texts"),
                Arguments.of("{\"canary\": ", of + " is no JSON; it must be one object of texts"),
                Arguments.of("[\"canary\"]", of + " must be one JSON object of texts"),
                Arguments.of(
                        Secrets.with("clusterPassword", "canary${x}"),
                        "the value of cluster.password holds ${ or #{, which the server would expand; choose another"));
    }

    @ParameterizedTest
    @MethodSource("wrongSecrets")
    void fails_secretMissesSomething_everythingAtOnceAndNoValue(String secret, String why) {
        server.aws.secrets.put(Descriptions.SECRET, secret);

        staysStopped(why);
    }

    @Test
    void fails_noSecret_saysWhichAndWhere() {
        server.aws.secrets.clear();

        staysStopped("secret corp/streaming/stream-manager does not exist in eu-central-1; make it, see streamfleet "
                + "checklist");
    }

    @Test
    void boot_secretFilledLater_theNextTryStarts() {
        server.aws.secrets.put(Descriptions.SECRET, "{}");
        assertThat(server.boot().status()).isEqualTo(1);
        server.aws.secrets.put(Descriptions.SECRET, Secrets.json(Secrets.tier()));

        starts();
    }

    @Test
    void fails_secretGoneAfterAReboot_theServerOfBeforeDoesNotStart() {
        starts();
        server.reboot();
        server.aws.secrets.clear();
        String before = server.text();

        assertThat(server.boot().status()).isEqualTo(1);
        assertThat(server.mayStart()).isFalse();
        assertThat(server.text()).isEqualTo(before);
    }

    @Test
    void fails_binarySecret_asksForText() {
        server.aws.next(new Fault.Text("{\"Name\": \"x\", \"SecretBinary\": \"Y2FuYXJ5\"}"));

        staysStopped("secret corp/streaming/stream-manager holds no text; give it a JSON text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>canary</html>", "{\"SecretString\": \"canary", "[]", "null"})
    void fails_malformedAnswer_saysSoWithoutIt(String answer) {
        server.aws.next(new Fault.Text(answer));

        staysStopped("secret corp/streaming/stream-manager holds no text; give it a JSON text");
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of(new Fault.Error(400, "AccessDeniedException", DENIED), "AccessDeniedException " + DENIED),
                Arguments.of(
                        new Fault.Error(400, "ThrottlingException", "Rate exceeded"),
                        "ThrottlingException Rate exceeded"),
                Arguments.of(new Fault.Error(500, "InternalServiceError", ""), "InternalServiceError"),
                Arguments.of(
                        new Fault.Error(400, "DecryptionFailure", "no kms:Decrypt"),
                        "DecryptionFailure no kms:Decrypt"),
                Arguments.of(new Fault.HangUp(), "does not answer"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void boot_faultThatPasses_isWaitedFor(Fault fault, String reason) {
        server.patience(60);
        server.aws.next(fault);
        String out = starts();

        assertThat(out.lines().filter(line -> line.contains(": waiting: ")))
                .singleElement()
                .asString()
                .startsWith("secrets: waiting: ")
                .contains(reason);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void fails_faultThatStays_saysWhyOnce(Fault fault, String reason) {
        server.aws.next(fault);

        assertThat(Boots.staysStopped(server))
                .startsWith("secrets: gave up after 0 s: ")
                .contains(reason);
    }

    @Test
    void boot_storeThatHangs_isAskedAgain() {
        server.patience(60);
        server.aws.next(new Fault.Hang(Duration.ofSeconds(20)));

        assertThat(starts()).contains("secrets: waiting: 127.0.0.1:").contains("does not answer: timed out");
    }

    @Test
    void fails_storeOutOfReach_namesIt() {
        server.environment("STREAMFLEET_SECRETSMANAGER_ENDPOINT", "http://127.0.0.1:1");

        staysStopped("secrets: gave up after 0 s: 127.0.0.1:1 does not answer: [Errno 111] Connection refused");
    }

    @Test
    void boot_roleThatComesLate_isWaitedFor() {
        server.patience(60);
        server.aws.roleComesAfter(1);

        assertThat(starts()).contains("secrets: waiting: this server has no role yet");
    }

    @Test
    void boot_expiredCredentials_areReadAnewOnceRenewed() throws InterruptedException {
        server.patience(60);
        server.aws.expireKeys();
        var renewal = new Thread(() -> {
            while (!server.aws.calls().contains("ExpiredTokenException")) {
                Tool.sleep(Duration.ofMillis(20));
            }
            server.aws.renewKeys();
        });
        renewal.start();

        assertThat(starts()).contains("secrets: waiting: secret corp/streaming/stream-manager: ExpiredTokenException");
        renewal.join();
    }

    @Test
    void boot_sessionTokenThatEndsAtOnce_isAskedForAnew() {
        // Every answer comes after the token's end, but for the one asked right after it was made.
        server.patience(60);
        server.aws.tokenLife(Duration.ofMillis(150));

        starts();
    }

    @Test
    void boot_metadataDownAtFirst_isWaitedFor() {
        server.patience(60);
        server.aws.metadataDown(1);

        assertThat(starts()).contains("identity: waiting: instance metadata");
    }

    @Test
    void fails_noMetadataService_namesIt() {
        server.environment("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1");

        staysStopped("identity: gave up after 0 s: 127.0.0.1:1 does not answer: [Errno 111] Connection refused");
    }

    @Test
    void fails_oddInstanceId_isNotWritten() {
        try (var odd = new ScratchServer(folder, "i-1;odd").install(Descriptions.existing())) {
            odd.aws.secrets.putAll(Map.of(Descriptions.SECRET, Secrets.json(Secrets.tier())));

            Boots.staysStopped(odd, "the instance id is not a name");
        }
    }
}
