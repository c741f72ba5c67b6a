package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.BootDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Boots whole machines, with systemd and cloud-init or a guest agent: the server starts after it was configured and never before, also on
 * an image where it is enabled; it starts by itself once what kept it stopped is gone; and a reboot keeps its identity.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class MachineTest {
    @Parameter
    TestCloud on;

    private static final String BOOT = "streamfleet-boot.service";
    private static final String SERVER = "red5pro.service";

    @TempDir
    Path folder;

    private MariaDb database;
    private LoopbackCloud cloud;
    private Machine machine;

    @BeforeAll
    static void tools() {
        Tools.forBoots();
        Tools.machines();
    }

    @BeforeEach
    void build() {
        database = SharedDatabase.empty();
        cloud = cloud(1);
        // Nothing comes before an enabled server on Google Cloud.
        machine = on == TestCloud.GOOGLE ? new Machine(folder, on).disabled() : new Machine(folder, on);
    }

    @AfterEach
    void close() {
        machine.close();
        cloud.close();
    }

    private LoopbackCloud cloud(int server) {
        var cloud = on.loopback(on.id(server));
        cloud.secrets.put(on.secret(), Secrets.json(Secrets.tier()));
        return cloud;
    }

    private BootDocument document(String nodePrefix) {
        return Descriptions.machine(on, database.port(), nodePrefix);
    }

    private void secretsAreInNoLog() {
        assertThat(machine.journal()).contains("streamfleet").doesNotContain("canary", "Traceback");
        assertThat(machine.exec("grep", "-rlE", "canary", "/var/log", "/run", "/etc", "/var/lib/cloud")
                        .out())
                .as("files with secrets")
                .isEmpty();
    }

    @Test
    void boot_imageAsItShouldBe_startsOnceConfiguredAndAfterAReboot() {
        machine.launch(on.id(1), document("live-node"), cloud).on();
        machine.awaitServer();

        assertThat(machine.state(BOOT)).isEqualTo("active");
        assertThat(machine.said(BOOT))
                .containsExactly(
                        "identity: " + on.identity(1),
                        "secrets: 1 read",
                        "schema: loaded 7 tables into cluster",
                        "settings: " + on.settings() + " written",
                        "configured");
        assertThat(machine.when(SERVER, "ExecMainStart")).isGreaterThan(machine.when(BOOT, "ExecMainExit"));
        assertThat(machine.starts()).singleElement().satisfies(read -> assertThat(read)
                .containsEntry("streammanager.ip", on.identity(1))
                .containsEntry("cluster.password", Secrets.CLUSTER)
                .containsEntry("config.dbPass", MariaDb.PASSWORD)
                .containsEntry("instancecontroller.instanceNamePrefix", "live-node"));
        assertThat(machine.mode("/" + ScratchServer.PROPERTIES)).isEqualTo("600");
        assertThat(machine.exec("systemctl", "is-enabled", BOOT, "streamfleet-guard.service")
                        .out()
                        .lines())
                .containsOnly(on == TestCloud.GOOGLE ? "disabled" : "enabled");
        assertThat(machine.state("streamfleet-guard.service")).isEqualTo("active");
        secretsAreInNoLog();

        machine.off();
        machine.on();
        machine.awaitServer();
        assertThat(machine.said(BOOT))
                .contains("schema: cluster is loaded", "settings: " + on.settings() + " unchanged");
        assertThat(machine.when(SERVER, "ExecMainStart")).isGreaterThan(machine.when(BOOT, "ExecMainExit"));
        assertThat(machine.starts()).hasSize(2).allSatisfy(read -> assertThat(read)
                .containsEntry("streammanager.ip", on.identity(1)));
        secretsAreInNoLog();
    }

    @Test
    void boot_secretMissingThenFilled_startsByItself() {
        cloud.secrets.clear();
        machine.launch(on.id(1), document("live-node"), cloud).on();
        String line = "the server stays stopped: secret " + on.secret() + " " + on.absentSecret();
        machine.until("the line that says why", () -> machine.said(BOOT).contains(line));

        assertThat(machine.exec("journalctl", "-b", "-o", "cat", "-p", "err", "_SYSTEMD_UNIT=" + BOOT)
                        .out()
                        .lines()
                        .distinct())
                .containsExactly(line);
        machine.exec("systemctl", "start", SERVER);
        assertThat(machine.state(SERVER)).isNotEqualTo("active");
        assertThat(machine.starts()).isEmpty();

        cloud.secrets.put(on.secret(), Secrets.json(Secrets.tier()));
        machine.awaitServer();
        assertThat(machine.starts()).hasSize(1);
        secretsAreInNoLog();
    }

    @Test
    void boot_disabledServerAndDatabaseDownAfterAPowerCut_startsOnceItIsBack() {
        machine.disabled().launch(on.id(1), document("live-node"), cloud).on();
        machine.awaitServer();
        machine.cut();
        database.stop();
        try {
            machine.on();
            machine.until("the line that says why", () -> machine.said(BOOT).stream()
                    .anyMatch(line ->
                            line.startsWith("the server stays stopped: schema: gave up after 1 s: database: ")));
            assertThat(machine.state(SERVER)).isNotEqualTo("active");
            assertThat(machine.starts()).hasSize(1);
        } finally {
            database.start();
        }
        machine.awaitServer();
        assertThat(machine.starts()).hasSize(2);
    }

    @Test
    void boot_imageOfAConfiguredServer_neverStartsAsTheOldOne() {
        machine.launch(on.id(1), document("live-node"), cloud).on();
        machine.awaitServer();
        machine.exec("rm", "-r", "/var/lib/red5pro-starts");
        machine.off();

        machine.enabled();
        try (var other = cloud(2)) {
            machine.launch(on.id(2), document("next-node"), other).on();
            machine.awaitServer();

            assertThat(machine.starts()).isNotEmpty().allSatisfy(read -> assertThat(read)
                    .containsEntry("streammanager.ip", on.identity(2))
                    .containsEntry("instancecontroller.instanceNamePrefix", "next-node"));
            assertThat(cloud.calls()).isEqualTo(List.of(on.secret()));
            secretsAreInNoLog();
        }
    }

    @Test
    void boot_programKilled_systemdStartsItAgain() {
        cloud.next(new LoopbackCloud.Fault.Hang(Duration.ofSeconds(30)));
        machine.launch(on.id(1), document("live-node"), cloud).on();
        machine.until("the question for the secret", () -> cloud.calls().contains("hang"));
        assertThat(machine.starts()).isEmpty();
        machine.exec("systemctl", "kill", "--signal=KILL", BOOT);

        machine.awaitServer();
        assertThat(machine.starts()).hasSize(1);
    }

    @Test
    void boot_serverThatStartsBeforeItsFiles_isStoppedAndStartsAnew() {
        machine.enabled().hasty().launch(on.id(1), document("live-node"), cloud).on();
        machine.until("the second start", () -> machine.starts().size() == 2);
        machine.awaitServer();

        assertThat(machine.starts().get(0)).containsEntry("streammanager.ip", "10.0.0.99");
        assertThat(machine.starts().get(1)).containsEntry("streammanager.ip", on.identity(1));
        machine.off();
        machine.on();
        machine.awaitServer();
        assertThat(machine.starts()).hasSize(3).last().satisfies(read -> assertThat(read)
                .containsEntry("streammanager.ip", on.identity(1)));
    }

    @Test
    void boot_powerCutBeforeTheFilesAreUnpacked_theNextBootStarts() {
        machine.unpacks(false).launch(on.id(1), document("live-node"), cloud).on();
        assertThat(machine.state(SERVER)).isNotEqualTo("active");
        machine.cut();

        machine.unpacks(true).on();
        machine.awaitServer();
        assertThat(machine.starts()).hasSize(1);
    }
}
