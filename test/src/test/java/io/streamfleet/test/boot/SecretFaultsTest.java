package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.boot.LoopbackCloud.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Identity and secrets that are missing, half there, late or out of reach. Whatever it is: the server is not started, its
 * settings are as they were, and one line says why, without a secret.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class SecretFaultsTest extends OnScratchServer {
    @Parameter
    TestCloud cloud;

    @Override
    TestCloud cloud() {
        return cloud;
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
        String of = "secret SECRET";
        return Stream.of(
                Arguments.of(
                        "{}",
                        of + ": clusterPassword, nodeApiToken, administratorToken,MORE databasePassword missing or "
                                + "empty; put them in it, see streamfleet checklist"),
                Arguments.of(
                        Secrets.without("nodeApiToken", "databasePassword"),
                        of + ": nodeApiToken, databasePassword missing or empty; put them in it, see streamfleet "
                                + "checklist"),
                Arguments.of(
                        Secrets.with("administratorToken", " \t"),
                        of + ": administratorToken missing or empty; put it in it, see streamfleet checklist"),
                Arguments.of(
                        "{\"clusterPassword\": 1, \"nodeApiToken\": null, \"administratorToken\": [\"canary\"], "
                                + "\"databasePassword\": {\"canary\": \"canary\"}}",
                        of
                                + ": clusterPassword, nodeApiToken, administratorToken,MORE databasePassword missing or empty; "
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
        server.cloud.secrets.put(cloud.secret(), secret);

        String more = cloud.secretKeys().stream().map(key -> " " + key + ",").collect(Collectors.joining());
        staysStopped(why.replace("SECRET", cloud.secret()).replace("MORE", more));
    }

    @Test
    void fails_noSecret_saysWhichAndWhere() {
        server.cloud.secrets.clear();

        staysStopped("secret " + cloud.secret() + " " + cloud.absentSecret());
    }

    @Test
    void boot_secretFilledLater_theNextTryStarts() {
        server.cloud.secrets.put(cloud.secret(), "{}");
        assertThat(server.boot().status()).isEqualTo(1);
        server.cloud.secrets.put(cloud.secret(), Secrets.json(Secrets.tier()));

        starts();
    }

    @Test
    void fails_secretGoneAfterAReboot_theServerOfBeforeDoesNotStart() {
        starts();
        server.reboot();
        server.cloud.secrets.clear();
        String before = server.text();

        assertThat(server.boot().status()).isEqualTo(1);
        assertThat(server.mayStart()).isFalse();
        assertThat(server.text()).isEqualTo(before);
    }

    @Test
    void fails_binarySecret_asksForText() {
        server.cloud.next(new Fault.Text(cloud.binary()));

        staysStopped("secret " + cloud.secret() + " holds no text; give it a JSON text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>canary</html>", "CUT", "[]", "null"})
    void fails_malformedAnswer_saysSoWithoutIt(String answer) {
        server.cloud.next(new Fault.Text(answer.replace("CUT", cloud.cut())));

        staysStopped("secret " + cloud.secret() + " holds no text; give it a JSON text");
    }

    /** The store's errors by their place in the cloud's list, and a connection that it closes. */
    private Fault fault(int number) {
        List<Fault.Error> errors = cloud.passingErrors();
        return number < errors.size() ? errors.get(number) : new Fault.HangUp();
    }

    private static String reason(Fault fault) {
        return fault instanceof Fault.Error error ? (error.kind() + " " + error.message()).strip() : "does not answer";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void boot_faultThatPasses_isWaitedFor(int number) {
        server.patience(60);
        server.cloud.next(fault(number));
        String out = starts();

        assertThat(out.lines().filter(line -> line.contains(": waiting: ")))
                .singleElement()
                .asString()
                .startsWith("secrets: waiting: ")
                .contains(reason(fault(number)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void fails_faultThatStays_saysWhyOnce(int number) {
        server.cloud.next(fault(number));

        assertThat(Boots.staysStopped(server))
                .startsWith("secrets: gave up after 0 s: ")
                .contains(reason(fault(number)));
    }

    @Test
    void boot_storeThatHangs_isAskedAgain() {
        server.patience(60);
        server.cloud.next(new Fault.Hang(Duration.ofSeconds(20)));

        assertThat(starts()).contains("secrets: waiting: 127.0.0.1:").contains("does not answer: timed out");
    }

    @Test
    void fails_storeOutOfReach_namesIt() {
        server.environment(cloud.storeVariable(), "http://127.0.0.1:1");

        staysStopped("secrets: gave up after 0 s: 127.0.0.1:1 does not answer: [Errno 111] Connection refused");
    }

    @Test
    void boot_roleThatComesLate_isWaitedFor() {
        server.patience(60);
        server.cloud.roleComesAfter(1);

        assertThat(starts()).contains("secrets: waiting: " + cloud.absentRole());
    }

    @Test
    void boot_expiredCredentials_areReadAnewOnceRenewed() throws InterruptedException {
        server.patience(60);
        server.cloud.expireKeys();
        var renewal = new Thread(() -> {
            while (!server.cloud.calls().contains(server.cloud.expired())) {
                Tool.sleep(Duration.ofMillis(20));
            }
            server.cloud.renewKeys();
        });
        renewal.start();

        assertThat(starts()).contains("secrets: waiting: secret " + cloud.secret() + ": " + server.cloud.expired());
        renewal.join();
    }

    @Test
    void boot_metadataDownAtFirst_isWaitedFor() {
        server.patience(60);
        server.cloud.metadataDown(1);

        assertThat(starts()).contains("identity: waiting: instance metadata");
    }

    @Test
    void fails_noMetadataService_namesIt() {
        cloud.metadataAt("127.0.0.1:1").forEach(server::environment);

        staysStopped("identity: gave up after 0 s: 127.0.0.1:1 does not answer: [Errno 111] Connection refused");
    }

    @Test
    void fails_oddInstanceId_isNotWritten() {
        try (var odd = new ScratchServer(folder, cloud, "i-1;odd").install(cloud.existing())) {
            odd.cloud.secrets.putAll(Map.of(cloud.secret(), Secrets.json(Secrets.tier())));

            Boots.staysStopped(odd, "the instance id is not a name");
        }
    }
}
