package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that start at the same moment, and one of them dying midway: the tables are loaded exactly once. */
class StartTogetherTest {
    private static final String SLOW = "DO SLEEP(2);";
    private static final String ENDLESS = "DO SLEEP(50);";
    private static final Duration MOST = Duration.ofSeconds(100);

    @TempDir
    Path folder;

    private MariaDb database;
    private final List<ScratchServer> servers = new ArrayList<>();

    @BeforeAll
    static void tools() {
        Tools.forBoots();
    }

    @BeforeEach
    void empty() {
        database = SharedDatabase.empty();
    }

    @AfterEach
    void close() {
        servers.forEach(ScratchServer::close);
    }

    private ScratchServer server(int number, String statement) {
        var server = new ScratchServer(folder, TestCloud.AWS, "i-%017x".formatted(number))
                .install(TestCloud.AWS.existing())
                .database(database.port())
                .patience(90);
        server.tables(statement);
        server.cloud.secrets.put(TestCloud.AWS.secret(), Secrets.json(Secrets.tier()));
        servers.add(server);
        return server;
    }

    private List<ScratchServer> servers(int count, String statement) {
        return IntStream.range(0, count).mapToObj(i -> server(i, statement)).toList();
    }

    private void allStarted(List<ScratchServer> started, List<Tool.Result> results) {
        for (int i = 0; i < started.size(); i++) {
            started.get(i).checkNoSecrets(results.get(i));
            assertThat(results.get(i).status()).as(results.get(i).all()).isZero();
            assertThat(results.get(i).err()).isEmpty();
            assertThat(started.get(i).mayStart()).isTrue();
        }
        assertThat(results.stream().filter(result -> result.out().contains("schema: loaded 7 tables")))
                .as("servers that loaded the tables")
                .hasSize(1);
        assertThat(started.stream().map(server -> server.settings().get("streammanager.ip")))
                .as("identities")
                .doesNotHaveDuplicates();
        loadedOnce();
    }

    private void loadedOnce() {
        assertThat(database.admin("SELECT COUNT(*) FROM cluster.alarms")).containsExactly("2");
        assertThat(database.admin("SELECT state FROM cluster.streamfleet_schema"))
                .containsExactly("loaded");
        assertThat(database.tables()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void boot_allAtOnce_loadOnce(int count) {
        var together = servers(count, SLOW);
        try (var watch = new SecretWatch()) {
            var runs = together.stream().map(ScratchServer::start).toList();
            var results = runs.stream().map(run -> run.await(MOST)).toList();
            allStarted(together, results);
            // Without the lock they would load over one another, and end well in the end all the same.
            assertThat(results).allSatisfy(result -> assertThat(result.out()).doesNotContain("took back", "ERROR"));
            assertThat(watch.seen()).isEmpty();
        }
    }

    @Test
    void boot_oneKilledMidwayWithItsClient_theOthersLoad() {
        var dying = server(9, ENDLESS);
        var run = dying.start();
        midway();
        var others = servers(2, "");
        var runs = others.stream().map(ScratchServer::start).toList();
        Tool.sleep(Duration.ofSeconds(1));
        run.process().descendants().forEach(ProcessHandle::destroyForcibly);
        run.process().destroyForcibly();
        database.endSleep();
        var results = runs.stream().map(each -> each.await(MOST)).toList();

        allStarted(others, results);
        assertThat(results.stream().map(Tool.Result::out)).anyMatch(out -> out.contains("schema: took back "));
        assertThat(dying.mayStart()).isFalse();
    }

    @Test
    void boot_programKilledAlone_itsClientEndsAndTheNextLoads() {
        var dying = server(9, SLOW);
        var run = dying.start();
        midway();
        var clients = run.process().descendants().toList();
        run.process().destroyForcibly();
        var next = server(1, "");
        Tool.Result result = next.start().await(MOST);

        allStarted(List.of(next), List.of(result));
        assertThat(clients).isNotEmpty();
        for (int i = 0; i < 100 && clients.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Tool.sleep(Duration.ofMillis(100));
        }
        assertThat(clients).as("clients left behind").noneMatch(ProcessHandle::isAlive);
        assertThat(dying.mayStart()).isFalse();
    }

    @Test
    void boot_killedServerComesBack_loadsItself() {
        var server = server(9, ENDLESS);
        var run = server.start();
        midway();
        run.process().descendants().forEach(ProcessHandle::destroyForcibly);
        run.process().destroyForcibly();
        database.endSleep();
        run.await(MOST);
        server.reboot();
        server.tables("");

        allStarted(List.of(server), List.of(server.boot()));
    }

    @Test
    void boot_databaseDiesMidway_loadsOnceItIsBack() {
        var server = server(9, SLOW);
        var run = server.start();
        midway();
        database.kill();
        database.start();
        Tool.Result result = run.await(MOST);

        assertThat(result.out()).contains("schema: waiting: database: ERROR 20", "schema: took back ");
        allStarted(List.of(server), List.of(result));
    }

    /** Waits until some tables are made, and the file's slow statement runs. */
    private void midway() {
        for (int i = 0; i < 300 && !database.sleeps(); i++) {
            Tool.sleep(Duration.ofMillis(50));
        }
        assertThat(database.tables()).contains("alarms", "streamfleet_schema").doesNotContain("streams");
        assertThat(database.admin("SELECT state FROM cluster.streamfleet_schema"))
                .containsExactly("loading");
    }
}
