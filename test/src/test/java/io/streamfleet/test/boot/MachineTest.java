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

/**
 * Boots whole machines, with systemd and cloud-init: the server starts after it was configured and never before, also on
 * an image where it is enabled; it starts by itself once what kept it stopped is gone; and a reboot keeps its identity.
 */
class MachineTest {
    private static final String BOOT = "streamfleet-boot.service";
    private static final String SERVER = "red5pro.service";

    @TempDir
    Path folder;

    private MariaDb database;
    private LoopbackAws aws;
    private Machine machine;

    @BeforeAll
    static void tools() {
        Tools.forBoots();
        Tools.machines();
    }

    @BeforeEach
    void build() {
        database = SharedDatabase.empty();
        aws = cloud("i-0aaaaaaaaaaaaaaa1");
        machine = new Machine(folder);
    }

    @AfterEach
    void close() {
        machine.close();
        aws.close();
    }

    private static LoopbackAws cloud(String instanceId) {
        var cloud = new LoopbackAws(instanceId);
        cloud.secrets.put(Descriptions.SECRET, Secrets.json(Secrets.tier()));
        return cloud;
    }

    private BootDocument userData(String nodePrefix) {
        return Descriptions.machine(database.port(), nodePrefix);
    }

    private void secretsAreInNoLog() {
        assertThat(machine.journal()).contains("streamfleet").doesNotContain("canary", "Traceback");
        assertThat(machine.exec("grep", "-rlE", "canary", "/var/log", "/run", "/etc", "/var/lib/cloud")
                        .out())
                .as("files with secrets")
                .isEmpty();
    }

    @Test
    void boot_enabledServer_startsOnceConfiguredAndAfterAReboot() {
        machine.launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws).on();
        machine.await(SERVER, "active");

        assertThat(machine.state(BOOT)).isEqualTo("active");
        assertThat(machine.said(BOOT))
                .containsExactly(
                        "identity: i-0aaaaaaaaaaaaaaa1",
                        "secrets: 1 read",
                        "schema: loaded 7 tables into cluster",
                        "settings: 17 written",
                        "configured");
        assertThat(machine.when(SERVER, "ExecMainStart")).isGreaterThan(machine.when(BOOT, "ExecMainExit"));
        assertThat(machine.starts()).singleElement().satisfies(read -> assertThat(read)
                .containsEntry("streammanager.ip", "i-0aaaaaaaaaaaaaaa1")
                .containsEntry("cluster.password", Secrets.CLUSTER)
                .containsEntry("config.dbPass", MariaDb.PASSWORD)
                .containsEntry("instancecontroller.instanceNamePrefix", "live-node"));
        assertThat(machine.mode("/" + ScratchServer.PROPERTIES)).isEqualTo("600");
        assertThat(machine.exec("systemctl", "is-enabled", BOOT, "streamfleet-guard.service")
                        .out()
                        .lines())
                .containsExactly("enabled", "enabled");
        assertThat(machine.state("streamfleet-guard.service")).isEqualTo("active");
        secretsAreInNoLog();

        machine.off();
        machine.on();
        machine.await(SERVER, "active");
        assertThat(machine.said(BOOT)).contains("schema: cluster is loaded", "settings: 17 unchanged");
        assertThat(machine.when(SERVER, "ExecMainStart")).isGreaterThan(machine.when(BOOT, "ExecMainExit"));
        assertThat(machine.starts()).hasSize(2).allSatisfy(read -> assertThat(read)
                .containsEntry("streammanager.ip", "i-0aaaaaaaaaaaaaaa1"));
        secretsAreInNoLog();
    }

    @Test
    void boot_secretMissingThenFilled_startsByItself() {
        aws.secrets.clear();
        machine.launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws).on();
        String line =
                "the server stays stopped: secret corp/streaming/stream-manager does not exist in eu-central-1; make "
                        + "it, see streamfleet checklist";
        machine.until("the line that says why", () -> machine.said(BOOT).contains(line));

        assertThat(machine.exec("journalctl", "-b", "-o", "cat", "-p", "err", "_SYSTEMD_UNIT=" + BOOT)
                        .out()
                        .lines()
                        .distinct())
                .containsExactly(line);
        machine.exec("systemctl", "start", SERVER);
        assertThat(machine.state(SERVER)).isNotEqualTo("active");
        assertThat(machine.starts()).isEmpty();

        aws.secrets.put(Descriptions.SECRET, Secrets.json(Secrets.tier()));
        machine.await(SERVER, "active");
        assertThat(machine.starts()).hasSize(1);
        secretsAreInNoLog();
    }

    @Test
    void boot_disabledServerAndDatabaseDownAfterAPowerCut_startsOnceItIsBack() {
        machine.disabled()
                .launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws)
                .on();
        machine.await(SERVER, "active");
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
        machine.await(SERVER, "active");
        assertThat(machine.starts()).hasSize(2);
    }

    @Test
    void boot_imageOfAConfiguredServer_neverStartsAsTheOldOne() {
        machine.launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws).on();
        machine.await(SERVER, "active");
        machine.exec("rm", "-r", "/var/lib/red5pro-starts");
        machine.off();

        try (var other = cloud("i-0bbbbbbbbbbbbbbb2")) {
            machine.launch("i-0bbbbbbbbbbbbbbb2", userData("next-node"), other).on();
            machine.await(SERVER, "active");

            assertThat(machine.starts()).isNotEmpty().allSatisfy(read -> assertThat(read)
                    .containsEntry("streammanager.ip", "i-0bbbbbbbbbbbbbbb2")
                    .containsEntry("instancecontroller.instanceNamePrefix", "next-node"));
            assertThat(aws.calls()).isEqualTo(List.of(Descriptions.SECRET));
            secretsAreInNoLog();
        }
    }

    @Test
    void boot_programKilled_systemdStartsItAgain() {
        aws.next(new LoopbackAws.Fault.Hang(Duration.ofSeconds(30)));
        machine.launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws).on();
        machine.until("the question for the secret", () -> aws.calls().contains("hang"));
        assertThat(machine.starts()).isEmpty();
        machine.exec("systemctl", "kill", "--signal=KILL", BOOT);

        machine.await(SERVER, "active");
        assertThat(machine.starts()).hasSize(1);
    }

    @Test
    void boot_serverThatStartsBeforeCloudInit_isStoppedAndStartsAnew() {
        machine.hasty()
                .launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws)
                .on();
        machine.until("the second start", () -> machine.starts().size() == 2);
        machine.await(SERVER, "active");

        assertThat(machine.starts().get(0)).containsEntry("streammanager.ip", "10.0.0.99");
        assertThat(machine.starts().get(1)).containsEntry("streammanager.ip", "i-0aaaaaaaaaaaaaaa1");
        machine.off();
        machine.on();
        machine.await(SERVER, "active");
        assertThat(machine.starts()).hasSize(3).last().satisfies(read -> assertThat(read)
                .containsEntry("streammanager.ip", "i-0aaaaaaaaaaaaaaa1"));
    }

    @Test
    void boot_powerCutBeforeTheLastStageOfCloudInit_theNextBootStarts() {
        machine.lastStage(false)
                .launch("i-0aaaaaaaaaaaaaaa1", userData("live-node"), aws)
                .on();
        assertThat(machine.state(SERVER)).isNotEqualTo("active");
        machine.cut();

        machine.lastStage(true).on();
        machine.await(SERVER, "active");
        assertThat(machine.starts()).hasSize(1);
    }
}
