package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.streammanager.loopback.Certificates;
import io.streamfleet.streammanager.loopback.Fault;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import io.streamfleet.streammanager.loopback.Seen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The {@code nodes} commands as they are typed, against a Stream Manager on loopback: options, statuses, streams. */
class NodesCommandsTest {
    private static final String CANARY = "cAnArY-7f+/&9";
    private static final String SPEC = Specs.shipped("red5-aws-minimal").toString();

    @TempDir
    private Path folder;

    private LoopbackStreamManager manager;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        manager = LoopbackStreamManager.start("4.0", CANARY);
        token = Files.writeString(folder.resolve("token"), CANARY + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private Run nodes(String... arguments) {
        return nodesAt(manager.endpoint(), arguments);
    }

    private Run nodesAt(String endpoint, String... arguments) {
        List<String> all = new ArrayList<>(List.of("nodes"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--endpoint", endpoint, "--token-file", token.toString(), "--poll", "1s"));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.toString()).doesNotContain("cAnArY").doesNotContain("\tat ");
        return run;
    }

    @Test
    void commands_fromEmptyToEmpty_doWhatTheySay() throws IOException {
        Run before = nodes("status", SPEC);
        assertThat(before.status()).isEqualTo(1);
        assertThat(before.out()).contains("small: not in service, launched on Amazon Web Services\n");
        assertThat(nodes("apply", SPEC, "--dry-run").out()).contains("create scale policy small\n");
        assertThat(manager.requests()).noneMatch(Seen::writes);

        Run apply = nodes("apply", SPEC, "--wait", "20s");
        assertThat(apply.err())
                .startsWith("streamfleet: create scale policy small: done\n")
                .contains("streamfleet: in service: ");
        assertThat(apply.status()).isZero();
        manager.forgetRequests();
        Run again = nodes("apply", SPEC);
        assertThat(again.status()).isZero();
        assertThat(again.out()).isEqualTo("nothing to change\n");
        assertThat(manager.requests()).noneMatch(Seen::writes);

        Run status = nodes("status", SPEC);
        assertThat(status.status()).isZero();
        assertThat(status.err()).isEmpty();
        assertThat(status.out()).contains("small: in service", "inservice");
        Run json = nodes("status", SPEC, "--json");
        assertThat(new ObjectMapper().readTree(json.out()).path("inService").asBoolean())
                .isTrue();

        String edge = new ObjectMapper()
                .readTree(json.out()).path("nodes").findParents("role").stream()
                        .filter(node -> node.path("role").asText().equals("edge"))
                        .findFirst()
                        .orElseThrow()
                        .path("address")
                        .asText();
        Run drain = nodes("drain", edge);
        assertThat(drain.err()).contains("drained and gone: " + edge);
        assertThat(drain.status()).isZero();

        Run unsure = nodes("delete", SPEC);
        assertThat(unsure.status()).isEqualTo(2);
        assertThat(unsure.err()).contains("streamfleet: there is nobody to ask; where you are sure, say so: --yes\n");
        assertThat(manager.summary().path("groups")).hasSize(1);
        Run delete = nodes("delete", SPEC, "--yes");
        assertThat(delete.status()).isZero();
        assertThat(delete.out()).contains("delete node group ", "delete scale policy small\n");
        assertThat(manager.summary()).hasToString("{\"groups\":[]}");
        Run gone = nodes("delete", SPEC, "--yes");
        assertThat(gone.status()).isZero();
        assertThat(gone.err()).isEqualTo("streamfleet: nothing of small is there\n");
    }

    @Test
    void status_watched_tellsAgainUntilItIsInterrupted() throws InterruptedException {
        AtomicReference<Run> run = new AtomicReference<>();
        Thread watch = new Thread(() -> run.set(nodes("status", SPEC, "--watch")));
        watch.start();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (looks() < 3 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        watch.interrupt();
        watch.join(10_000);

        assertThat(run.get().status()).isZero();
        assertThat(run.get().out().split("small: not in service", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void status_watchedByNobodyAnyMore_ends() {
        Writer closed = new Writer() {
            @Override
            public void write(char[] text, int start, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        int status = Main.run(
                new PrintWriter(closed),
                new PrintWriter(Writer.nullWriter()),
                "nodes",
                "status",
                SPEC,
                "--watch",
                "--poll",
                "1s",
                "--endpoint",
                manager.endpoint(),
                "--token-file",
                token.toString());

        assertThat(status).isZero();
        assertThat(looks()).isEqualTo(1);
    }

    private long looks() {
        return manager.requests().stream()
                .filter(seen -> seen.path().endsWith("cloudcontroller"))
                .count();
    }

    @Test
    void apply_withoutWaiting_endsWithTheRequests() {
        Run run = nodes("apply", SPEC, "--wait", "0s");

        assertThat(run.status()).isZero();
        assertThat(run.err()).endsWith("launch the first origin: done\n");
    }

    @Test
    void fails_faultOfTheStreamManager_inOneLineEach() {
        manager.fail(seen -> true, Fault.broken(), 99);

        for (String command : List.of("apply", "status", "delete")) {
            Run run = nodes(command, SPEC, "--debug");
            assertThat(run.status()).as(command).isEqualTo(1);
            assertThat(run.out()).as(command).isEmpty();
            assertThat(run.err())
                    .as(command)
                    .matches("streamfleet: GET .*: answered 500: HTTP Status 500 at \\?accessToken=\\*\\*\\*"
                            + " \\(asked 4 times\\)\n");
        }
    }

    @Test
    void fails_wrongToken_everywhereWithStatusOne() throws IOException {
        Files.writeString(token, "another-token");

        for (String command : List.of("apply", "status", "delete")) {
            Run run = nodes(command, SPEC);
            assertThat(run.status()).as(command).isEqualTo(1);
            assertThat(run.err()).contains("answered 401: Unauthorized: invalid access token ***");
        }
        assertThat(nodes("drain", "10.0.0.1").status()).isEqualTo(1);
        assertThat(manager.requests()).noneMatch(Seen::writes);
    }

    @Test
    void https_withItsAuthority_isSpokenWith() {
        Certificates certificates = Certificates.of(folder, "ip:127.0.0.1");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            Run run = nodesAt(
                    secure.endpoint(),
                    "apply",
                    SPEC,
                    "--dry-run",
                    "--ca-file",
                    certificates.authority().toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();

            Run unknown = nodesAt(secure.endpoint(), "apply", SPEC);
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.err()).contains("the certificate is not trusted (");
        }
    }

    @Test
    void warns_ofWhatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(nodes("status", SPEC).err())
                .isEqualTo("streamfleet: warning: others can read " + token + ": chmod 600 " + token + "\n");
        assertThat(nodesAt("http://nowhere.invalid", "status", SPEC).err())
                .contains("warning: http://nowhere.invalid is not encrypted: whoever is on the way can read the token;"
                        + " use https\n")
                .contains("there is no such name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes apply SPEC|missing required option: '--endpoint=URL'",
                "nodes apply SPEC --endpoint https://x?accessToken=cAnArY|--endpoint: must be scheme and host alone,"
                        + " without user, path or query, such as https://live.example.com",
                "nodes apply SPEC --endpoint https://x|the environment variable STREAMFLEET_TOKEN is not set",
                "nodes apply SPEC --endpoint https://x --token-env NO_SUCH|the environment variable NO_SUCH is not set",
                "nodes apply SPEC --endpoint https://x --token-env A --token-file B|--token-env and --token-file:"
                        + " name one of them",
                "nodes apply SPEC --endpoint https://x --token-file none|--token-file: none cannot be read"
                        + " (NoSuchFileException)",
                "nodes apply SPEC --endpoint https://x --token-file TOKEN --ca-file none|--ca-file: none cannot be read"
                        + " (NoSuchFileException)",
                "nodes apply SPEC --endpoint https://x --token-file TOKEN --wait soon|--wait:"
                        + " got soon, must be a duration, such as 30s, 5m, 2h or 7d",
                "nodes apply SPEC --endpoint https://x --token-file TOKEN --poll 0s|--poll: got 0s, must be at least 1s",
                "nodes delete SPEC --endpoint https://x --token-file TOKEN --wait 0s|--wait: got 0s, must be at least 1s:"
                        + " documents go after the nodes",
                "nodes drain --endpoint https://x|missing required parameter: 'NODE'"
            })
    void fails_wrongUsage_withStatusTwoAndOneLine(String typed, String expected) {
        String[] arguments =
                typed.replace("SPEC", SPEC).replace("TOKEN", token.toString()).split(" ");
        Run run = run(arguments);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("streamfleet: " + expected + "\nstreamfleet: try 'streamfleet nodes " + arguments[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "apply", "status", "drain", "delete"})
    void help_ofEachCommand_saysWhatItDoesAndHowItEnds(String command) {
        Run run = run("nodes", command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Usage: streamfleet nodes " + command, "Examples:", "Exit status:")
                .doesNotContain("Default: null");
        assertThat(new CommandLine(new Streamfleet())
                        .getSubcommands()
                        .get("nodes")
                        .getSubcommands())
                .containsKey(command);
    }
}
