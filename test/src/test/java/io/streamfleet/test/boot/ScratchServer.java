package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.BootDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A server in a folder: a vendor-like installation, onto which its boot document is put as cloud-init or a guest agent puts it, and whose boot
 * unit's command is run as systemd runs it. Each run is watched for secrets.
 */
final class ScratchServer implements AutoCloseable {
    static final String PROPERTIES = "usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties";
    static final String TABLES = "usr/local/red5pro/webapps/streammanager/WEB-INF/sql/cluster.sql";
    private static final String UNIT = "etc/systemd/system/streamfleet-boot.service";
    private static final String GATE = "etc/systemd/system/red5pro.service.d/streamfleet.conf";

    private final Path root;
    private final Path said;
    private final Map<String, String> environment = new HashMap<>();
    final LoopbackCloud cloud;

    /** A server of a cloud, 1 to 3. */
    ScratchServer(Path folder, TestCloud cloud, int server) {
        this(folder, cloud, cloud.id(server));
    }

    ScratchServer(Path folder, TestCloud on, String instanceId) {
        try {
            String name = instanceId.replaceAll("[^A-Za-z0-9-]", "_");
            root = Files.createDirectories(folder.resolve(name));
            said = Files.createDirectories(folder.resolve(name + "-said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cloud = on.loopback(instanceId);
        environment.put("PATH", Tools.python().getParent() + ":" + System.getenv("PATH"));
        environment.put("STREAMFLEET_ROOT", root.toString());
        environment.put("STREAMFLEET_PATIENCE_SECONDS", "0");
        environment.putAll(cloud.environment());
        Tool.write(root.resolve(PROPERTIES), Tool.resource("vendor/red5-web.properties"));
        Tool.mode(root.resolve(PROPERTIES), "rw-rw-r--");
        tables("");
    }

    /** The vendor's file of tables; the statement stands in its middle. */
    void tables(String statement) {
        Tool.write(
                root.resolve(TABLES),
                Tool.resource("vendor/cluster.sql")
                        .replace("@SCHEMA@", "cluster")
                        .replace("-- @SLOW@", statement));
    }

    /** Another file in its place. */
    ScratchServer file(String name, String text) {
        Tool.write(root.resolve(name), text);
        return this;
    }

    /** Puts the document on the server as its carrier does. */
    ScratchServer install(BootDocument document) {
        String text = document.render(Descriptions::value);
        switch (document.carrier()) {
            case EC2_USER_DATA, AZURE_CUSTOM_DATA -> cloudConfig(text);
            case GOOGLE_STARTUP_SCRIPT -> startupScript(text).orFail();
        }
        return this;
    }

    /** Runs a start-up script by its first line, in this root; systemctl is left out. */
    Tool.Result startupScript(String text) {
        Path bin = said.resolve("bin");
        Tool.mode(Tool.write(bin.resolve("systemctl"), "#!/bin/sh\n"), "rwxr-xr-x");
        Tool.write(path("run/here"), "").toFile().delete();
        Path script = Tool.write(
                said.resolve("startup-script"),
                // No path is in the archive: its alphabet has no slash.
                text.replaceAll("(?<![\\w.])/(etc|run)\\b", root + "/$1")
                        .replace("extractall('\\''/'\\'')", "extractall('\\''" + root + "'\\'')"));
        Tool.mode(script, "rwx------");
        return Tool.run(
                said,
                Map.of("PATH", bin + ":" + environment.get("PATH"), "PYTHONWARNINGS", "ignore"),
                List.of(script.toString()));
    }

    /** Its files, and what its first command unpacks. */
    @SuppressWarnings("unchecked")
    private void cloudConfig(String text) {
        var settings = LoadSettings.builder().build();
        var document = (Map<String, Object>) new Load(settings).loadFromString(text);
        for (var file : (List<Map<String, String>>) document.get("write_files")) {
            Path path = root.resolve(file.get("path").substring(1));
            byte[] content = "b64".equals(file.get("encoding"))
                    ? Base64.getDecoder().decode(file.get("content"))
                    : file.get("content").getBytes(StandardCharsets.UTF_8);
            try {
                Files.createDirectories(path.getParent());
                Files.write(path, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<String> unpack = ((List<List<String>>) document.get("runcmd")).get(0);
        String program = unpack.get(2)
                .replace("open('/", "open('" + root + "/")
                .replace("extractall('/')", "extractall('" + root + "')");
        assertThat(program).contains("open('" + root + "/", "extractall('" + root + "')");
        Tool.run(
                        said,
                        Map.of("PYTHONWARNINGS", "ignore"),
                        List.of(Tools.python().toString(), "-c", program))
                .orFail();
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** The database is on this machine, which no description may say. */
    ScratchServer database(int port) {
        Path file = root.resolve("etc/streamfleet/stream-manager.json");
        String there = Tool.read(file);
        String here = there.replaceFirst("(?<=\"config.dbHost\": \")[^\"]+", "127.0.0.1")
                .replaceFirst("(?<=\"config.dbPort\": \")\\d+", Integer.toString(port));
        assertThat(here).contains("\"127.0.0.1\"", "\"" + port + "\"");
        Tool.write(file, here);
        return this;
    }

    /** How long the boot program goes on trying. */
    ScratchServer patience(int seconds) {
        environment.put("STREAMFLEET_PATIENCE_SECONDS", Integer.toString(seconds));
        return this;
    }

    ScratchServer environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What the unit starts, in the scratch root; more words come before it. */
    List<String> command(String... before) {
        String start = Tool.read(root.resolve(UNIT))
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .substring("ExecStart=".length());
        return Stream.concat(
                        Arrays.stream(before),
                        Arrays.stream(start.replace(" /usr/local", " " + root + "/usr/local")
                                .split(" ")))
                .toList();
    }

    Tool.Running start(String... before) {
        return Tool.start(said, environment, command(before));
    }

    /** Runs the boot unit's command to its end, watched. */
    Tool.Result boot(String... before) {
        Tool.Result result;
        try (var watch = new SecretWatch()) {
            result = start(before).await(Duration.ofMinutes(2));
            assertThat(watch.seen()).as("secrets in arguments or environments").isEmpty();
        }
        checkNoSecrets(result);
        return result;
    }

    /** The machine restarts: what lies in /run is gone. */
    void reboot() {
        try (Stream<Path> files = Files.walk(root.resolve("run"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether systemd would start the server now: the condition of its drop-in. */
    boolean mayStart() {
        String condition = "ConditionPathExists=";
        return Tool.read(root.resolve(GATE))
                .lines()
                .filter(line -> line.startsWith(condition))
                .allMatch(line -> Files.exists(root.resolve(line.substring(condition.length() + 1))));
    }

    String text() {
        return Tool.read(root.resolve(PROPERTIES));
    }

    /** The settings as the server reads them. */
    Map<String, String> settings() {
        return settings(text());
    }

    static Map<String, String> settings(String text) {
        var properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new LinkedHashMap<String, String>();
        properties.forEach((key, value) -> settings.put((String) key, (String) value));
        return settings;
    }

    /** Secrets may be in the settings file alone, and in no word that was said. */
    void checkNoSecrets(Tool.Result result) {
        assertThat(result.all()).doesNotContain("canary", "Traceback");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(root.resolve(PROPERTIES))) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as("content of %s", file)
                            .doesNotContain("canary");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left of a run but the settings, the files that came with the user data and the mark in /run. */
    List<String> filesBesides(List<Path> before) {
        var now = new ArrayList<>(files());
        now.removeAll(before);
        return now.stream()
                .map(file -> root.relativize(file).toString())
                .sorted()
                .toList();
    }

    List<Path> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
