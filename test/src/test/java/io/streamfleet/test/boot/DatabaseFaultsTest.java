package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is down, refuses, lacks TLS, or holds what nobody expected. */
class DatabaseFaultsTest extends OnScratchServer {
    private static final List<String> ALL = List.of(
            "alarms", "launch_configurations", "live_nodes", "node_groups", "nodes", "scale_policies", "streams");

    @Override
    TestCloud cloud() {
        return TestCloud.AWS;
    }

    @Test
    void boot_emptyDatabase_loadsEveryTableAndRowOnce() {
        Boots.starts(server);

        assertThat(database.tables()).containsAll(ALL).hasSize(ALL.size() + 1);
        assertThat(database.admin("SELECT metric FROM cluster.alarms ORDER BY id"))
                .containsExactly("connections; and \"quotes\"", "it's 'cpu'");
        assertThat(database.admin("SELECT state FROM cluster.streamfleet_schema"))
                .containsExactly("loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor/cluster-dump.sql", "vendor/cluster-designer.sql"})
    void boot_otherDialects_areLoadedAndTakenBackAsWell(String dialect) {
        server.file(ScratchServer.TABLES, Tool.resource(dialect));
        assertThat(Boots.starts(server).out()).contains("schema: loaded 3 tables into cluster");
        assertThat(database.admin("SELECT COUNT(*) FROM cluster.alarms")).containsExactly("2");

        // As a load leaves it that was interrupted at its very end.
        database.admin("UPDATE cluster.streamfleet_schema SET state = 'loading'");
        assertThat(Boots.starts(server).out())
                .contains("schema: took back 3 tables of an interrupted load", "schema: loaded 3 tables into cluster");
        assertThat(database.admin("SELECT COUNT(*) FROM cluster.alarms")).containsExactly("2");
        assertThat(database.tables()).containsExactly("alarms", "live_nodes", "nodes", "streamfleet_schema");
        assertThat(Boots.starts(server).out()).contains("schema: cluster is loaded");
    }

    @Test
    void boot_userOfOneSchema_needsNoMore() {
        only("ALL ON cluster.*", () -> assertThat(Boots.starts(server).out()).contains("schema: loaded 7 tables"));
    }

    @Test
    void boot_readOnlyDuringAFailover_isWaitedFor() {
        only("ALL ON cluster.*", () -> {
            database.admin("SET GLOBAL read_only = 1");
            assertThat(Boots.staysStopped(server)).startsWith("schema: gave up after 0 s: database: ERROR 1290");
            database.admin("SET GLOBAL read_only = 0");
            Boots.starts(server);
        });
    }

    private void only(String rights, Runnable then) {
        database.admin("REVOKE ALL ON *.* FROM corp_streaming@'%'; GRANT " + rights + " TO corp_streaming@'%'");
        try {
            then.run();
        } finally {
            database.admin("SET GLOBAL read_only = 0; REVOKE ALL, GRANT OPTION FROM corp_streaming@'%'; "
                    + "GRANT ALL ON *.* TO corp_streaming@'%'");
        }
    }

    @Test
    void boot_databaseDownForAWhile_isWaitedFor() {
        server.patience(120);
        database.stop();
        var boot = server.start();
        Tool.sleep(Duration.ofSeconds(3));
        assertThat(boot.process().isAlive()).isTrue();
        assertThat(server.mayStart()).isFalse();
        database.start();
        Tool.Result result = boot.await(Duration.ofSeconds(60));

        server.checkNoSecrets(result);
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("schema: waiting: database: ERROR 2002", "schema: loaded 7 tables");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void fails_databaseDown_saysSoOnce() throws IOException {
        try (var deaf = Ports.deaf()) {
            server.database(deaf.getLocalPort());

            assertThat(Boots.staysStopped(server))
                    .startsWith("schema: gave up after 0 s: database: ERROR 2002 (HY000): Can't connect");
        }
    }

    @Test
    void fails_databaseThatHangs_isBoundedInTime() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.database(silent.getLocalPort());

            assertThat(Boots.staysStopped(server)).startsWith("schema: gave up after 0 s: database: ERROR 2013");
        }
    }

    @Test
    void fails_wrongPassword_isNotRepeatedNorShown() {
        server.patience(60);
        server.cloud.secrets.put(TestCloud.AWS.secret(), Secrets.with("databasePassword", "canary-wrong"));

        assertThat(Boots.staysStopped(server))
                .isEqualTo("database: ERROR 1045 (28000): Access denied for user 'corp_streaming'@'127.0.0.1' "
                        + "(using password: YES)");
    }

    @Test
    void fails_userWithoutRights_isNotRepeated() {
        server.patience(60);
        only("SELECT ON mysql.*", () -> assertThat(Boots.staysStopped(server)).startsWith("database: ERROR 1044"));
    }

    @Test
    void fails_serverWithoutTls_isRefusedWhereTlsIsRequired() {
        withoutTls("required", plain -> {
            assertThat(Boots.staysStopped(plain))
                    .matches("database 127.0.0.1: the connection is not encrypted.*|"
                            + "schema: gave up after 0 s: database: ERROR 2026.*");
        });
    }

    @Test
    void boot_serverWithoutTls_isAcceptedWhereTlsIsOptional() {
        withoutTls("optional", plain -> assertThat(Boots.starts(plain).out())
                .contains(
                        "database: the server takes no TLS, and the description says tls: optional",
                        "schema: loaded 7 tables"));
    }

    @Test
    void boot_serverWithTlsWhereItIsOptional_isEncrypted() {
        try (var optional = new ScratchServer(folder, TestCloud.AWS, 3)) {
            optional.install(Descriptions.created("optional")).database(database.port());
            Boots.ownPassword(optional);

            assertThat(Boots.starts(optional).out()).doesNotContain("takes no TLS");
        }
    }

    @Test
    void boot_authorityOnTheImage_verifiesTheServer() throws IOException {
        Path authority = server.path("etc/streamfleet/database-ca.pem");
        Files.copy(database.certificate(), authority);
        Boots.starts(server);

        MariaDb.certificate(folder, "someone.else");
        Tool.write(authority, Tool.read(folder.resolve("cert.pem")));
        assertThat(server.boot().err()).contains("schema: gave up after 0 s: database: ERROR 2026");
    }

    @Test
    void boot_tablesOfBefore_areTakenAsTheyAre() {
        database.admin(
                Tool.read(server.path(ScratchServer.TABLES)) + "INSERT INTO scale_policies VALUES (7, 'theirs', '');");

        assertThat(Boots.starts(server).out()).contains("schema: cluster is loaded");
        assertThat(database.tables()).containsExactlyElementsOf(ALL);
        assertThat(database.admin("SELECT name FROM cluster.scale_policies")).containsExactly("theirs");
    }

    @Test
    void fails_someTablesOfBefore_areLeftToAPerson() {
        database.admin(
                "CREATE DATABASE cluster; CREATE TABLE cluster.nodes (id INT); INSERT INTO cluster.nodes VALUES (7)");

        assertThat(Boots.staysStopped(server))
                .isEqualTo(
                        "database cluster has nodes but lacks alarms, launch_configurations, live_nodes, node_groups, "
                                + "scale_policies, streams of cluster.sql, and streamfleet did not make them; complete or empty it");
        assertThat(database.tables()).containsExactly("nodes");
        assertThat(database.admin("SELECT id FROM cluster.nodes")).containsExactly("7");
    }

    @Test
    void boot_othersTablesOnly_areLeftAlone() {
        database.admin("CREATE DATABASE cluster; CREATE TABLE cluster.theirs (id INT)");

        assertThat(Boots.starts(server).out()).contains("schema: loaded 7 tables");
        assertThat(database.tables()).contains("theirs").containsAll(ALL);
    }

    @Test
    void fails_newerImage_asksForTheVendorsUpgrade() {
        Boots.starts(server);
        server.tables("CREATE TABLE `more` (id INT);");

        assertThat(server.boot().err())
                .isEqualTo("<3>the server stays stopped: database cluster lacks more, which this image's cluster.sql "
                        + "creates; apply the vendor's upgrade script\n");
        assertThat(server.mayStart()).isFalse();
    }

    @Test
    void fails_statementThatFails_isNotTakenForLoaded() {
        server.tables("INSERT INTO nowhere VALUES ('x');");
        assertThat(Boots.staysStopped(server)).startsWith("schema: gave up after 0 s: database: ERROR 1146");
        server.tables("");

        assertThat(Boots.starts(server).out()).contains("schema: took back", "schema: loaded 7 tables");
    }

    @Test
    void fails_rowsUnderAnUnfinishedLoad_areKept() {
        Boots.starts(server);
        database.admin("UPDATE cluster.streamfleet_schema SET state = 'loading'");
        database.admin("INSERT INTO cluster.scale_policies VALUES (7, 'theirs', '')");

        assertThat(server.boot().err())
                .isEqualTo(
                        "<3>the server stays stopped: database cluster: the load of cluster.sql was interrupted, yet "
                                + "table scale_policies holds rows; if it is complete, run UPDATE streamfleet_schema SET state = "
                                + "'loaded'\n");
        assertThat(database.tables()).hasSize(ALL.size() + 1);
        assertThat(database.admin("SELECT name FROM cluster.scale_policies")).containsExactly("theirs");
    }

    @Test
    void fails_noTables_isNoStreamManagerImage() throws IOException {
        Files.delete(server.path(ScratchServer.TABLES));

        assertThat(Boots.staysStopped(server))
                .startsWith("cannot read /usr/local/red5pro/")
                .contains("cluster.sql");
        assertThat(SharedDatabase.schemaIsThere()).isFalse();
    }

    @Test
    void fails_noClientOnTheImage_saysWhatToInstall() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Tool.write(bin.resolve("python3"), "#!/bin/sh\nexec " + Tools.python() + " \"$@\"\n");
        Tool.mode(bin.resolve("python3"), "rwxr-xr-x");
        server.environment("PATH", bin.toString());

        assertThat(Boots.staysStopped(server))
                .isEqualTo("this image has no mysql client; install mysql-client (or mariadb-client) in it");
    }

    private void withoutTls(String tls, Consumer<ScratchServer> then) {
        try (var plain = new MariaDb(makeFolder("plain"), false);
                var other = new ScratchServer(folder, TestCloud.AWS, 3)) {
            other.install(Descriptions.created(tls)).database(plain.port());
            Boots.ownPassword(other);
            then.accept(other);
        }
    }

    private Path makeFolder(String name) {
        return Tool.write(folder.resolve(name).resolve("here"), "").getParent();
    }
}
