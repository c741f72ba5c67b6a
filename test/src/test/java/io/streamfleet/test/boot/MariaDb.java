package io.streamfleet.test.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB server of the tests' own: its data in a temporary folder, on a free port of 127.0.0.1, with a throw-away
 * authority. Never the machine's own server. Stopped by its process id.
 */
final class MariaDb implements AutoCloseable {
    static final String HOW = "apt-get install mariadb-server openssl";
    /** A password full of what a careless quoting would break on. */
    static final String PASSWORD = "canary db \"p#a's\\s ;$`%=!:w\u00f6rd";

    static final String USER = "corp_streaming";

    private final Path folder;
    private final boolean tls;
    private final int port;
    private Tool.Running server;

    /** Makes the server, and starts it. */
    MariaDb(Path folder, boolean tls) {
        this.folder = folder;
        this.tls = tls;
        install();
        port = Ports.free();
        start();
        user(USER);
        user("streammanager");
    }

    int port() {
        return port;
    }

    /** The certificate of the server and of its authority in one. */
    Path certificate() {
        return folder.resolve("cert.pem");
    }

    private void install() {
        if (tls) {
            certificate(folder, "localhost");
        }
        Tool.run(
                        folder,
                        "mysql_install_db",
                        "--no-defaults",
                        "--datadir=" + folder.resolve("data"),
                        tmpdir(),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--innodb-log-file-size=8M",
                        "--user=" + System.getProperty("user.name"))
                .orFail();
    }

    /** Writes key.pem and cert.pem, signed by itself. */
    static void certificate(Path folder, String name) {
        Tool.run(
                        folder,
                        ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=" + name + " -addext "
                                        + "subjectAltName=DNS:" + name + ",IP:127.0.0.1 -keyout key.pem -out cert.pem")
                                .split(" "))
                .orFail();
    }

    private void user(String name) {
        String secret = PASSWORD.replace("\\", "\\\\").replace("'", "\\'");
        admin("CREATE USER " + name + "@'%' IDENTIFIED BY '" + secret + "'; GRANT ALL ON *.* TO " + name + "@'%'");
    }

    /** The tables and views of the cluster's schema, sorted. */
    List<String> tables() {
        return admin("SELECT table_name FROM information_schema.tables WHERE table_schema = 'cluster'").stream()
                .sorted()
                .toList();
    }

    /** Whether a statement of a load waits in SLEEP. */
    boolean sleeps() {
        return !sleeping().isEmpty();
    }

    private List<String> sleeping() {
        return admin("SELECT id FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%'");
    }

    /** Ends what waits in SLEEP, which does not notice that its client is gone. */
    void endSleep() {
        sleeping().forEach(id -> admin("KILL " + id));
    }

    /** Starts the server, and waits until it answers. */
    void start() {
        var command = new ArrayList<>(List.of(
                // Ends by itself where nobody is left to stop it.
                "timeout",
                "--signal=KILL",
                "900",
                Files.isExecutable(Path.of("/usr/sbin/mariadbd")) ? "/usr/sbin/mariadbd" : "mariadbd",
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + folder.resolve("data"),
                tmpdir(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + socket(),
                "--pid-file=" + folder.resolve("pid"),
                "--innodb-log-file-size=8M",
                "--innodb-buffer-pool-size=32M",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-use-native-aio=0",
                "--skip-name-resolve"));
        if (tls) {
            command.add("--ssl-cert=" + certificate());
            command.add("--ssl-key=" + folder.resolve("key.pem"));
            command.add("--require-secure-transport=ON");
        } else {
            command.add("--skip-ssl");
        }
        server = Tool.start(folder, Map.of(), command);
        Instant end = Instant.now().plusSeconds(60);
        while (Tool.run(folder, "mysqladmin", "--no-defaults", "--socket=" + socket(), "-uroot", "ping")
                        .status()
                != 0) {
            if (Instant.now().isAfter(end) || !server.process().isAlive()) {
                throw new AssertionError("no database: " + Tool.read(server.err()));
            }
            Tool.sleep(Duration.ofMillis(100));
        }
    }

    /** Stops the server as an operator does. */
    void stop() {
        server.process().destroy();
        server.await(Duration.ofSeconds(60));
    }

    /** Ends the server as a failing machine does. */
    void kill() {
        server.process().descendants().forEach(ProcessHandle::destroyForcibly);
        server.await(Duration.ofSeconds(60));
    }

    /** Runs SQL as the administrator; returns what it printed, fields separated by tabs. */
    List<String> admin(String sql) {
        Tool.Result said =
                Tool.run(folder, "mysql", "--no-defaults", "--socket=" + socket(), "-uroot", "-N", "-B", "-e", sql);
        return said.orFail().out().lines().toList();
    }

    /** A server that starts removes temporary tables of every other from the folder that they share. */
    private String tmpdir() {
        try {
            return "--tmpdir=" + Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path socket() {
        return folder.resolve("s");
    }

    @Override
    public void close() {
        if (server.process().isAlive()) {
            kill();
        }
    }
}
