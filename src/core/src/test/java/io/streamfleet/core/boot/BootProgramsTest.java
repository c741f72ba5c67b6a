package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks and runs the programs exactly as they travel, unpacked from the user data of a Stream Manager. */
class BootProgramsTest {
    private static final String PYTHON = "apt-get install python3";

    @TempDir
    static Path root;

    @BeforeAll
    static void unpack() throws IOException {
        for (StreamManagerBootSettings settings : List.of(Samples.google(), Samples.azure(), Samples.created())) {
            for (BootFile file : StreamManagerBoot.files(settings)) {
                Path path = root.resolve(file.path().substring(1));
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.content().render(value -> "value"));
            }
        }
    }

    static Stream<Path> suites() throws Exception {
        Path folder = resource("python");
        try (var list = Files.list(folder)) {
            return list.filter(path -> path.getFileName().toString().startsWith("test_")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("suites")
    void python_suite_passes(Path suite) throws Exception {
        Tool.needs("python3", PYTHON);
        if (suite.endsWith("test_database_live.py")) {
            Tool.needs("mysql", "apt-get install mariadb-server openssl");
        }
        var result = python(List.of("-W", "error::SyntaxWarning", "-m", "unittest", module(suite)));

        assertThat(result.output()).as(result.output()).contains("\nOK");
        assertThat(result.status()).isZero();
        assumeFalse(result.output().contains("skipped="), result.output());
    }

    @Test
    void properties_anyValue_readsBackInJava() throws Exception {
        Tool.needs("python3", PYTHON);
        var random = new Random(42);
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 500; i++) {
            values.put("key" + i, text(random));
        }
        Path json = root.resolve("values.json");
        new ObjectMapper().writeValue(json.toFile(), values);
        Path file = root.resolve("values.properties");
        var result = python(List.of(
                "-c",
                "import json, sys, properties\n"
                        + "values = json.load(open(sys.argv[1]))\n"
                        + "old = ''.join('#' * (i % 2) + key + '=old\\n' for i, key in enumerate(values)).encode()\n"
                        + "open(sys.argv[2], 'wb').write(properties.edit(old, values))",
                json.toString(),
                file.toString()));

        assertThat(result.output()).isEmpty();
        var read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
        }
        assertThat(read).isEqualTo(values);
    }

    @Test
    void gate_anyShell_isCleanAndRepeatable() throws Exception {
        Tool.needs("bash", "apt-get install bash");
        String gate = StreamManagerBoot.boot(Samples.created()).early().get(0).get(5);
        Path script = Files.writeString(root.resolve("gate.sh"), "#!/bin/sh\n" + gate);

        assertThat(Tool.run(root, Map.of(), List.of("bash", "-n", script.toString())))
                .isEqualTo(new Tool.Result(0, ""));
    }

    @Test
    void gate_imageOfAConfiguredServer_losesItsSettingsAndStaysClosed(@TempDir Path scratch) throws Exception {
        Path old = scratch.resolve("etc/streamfleet");
        Path units = scratch.resolve("etc/systemd/system/red5pro.service.d");
        Files.createDirectories(old);
        Files.createDirectories(units);
        for (String name : List.of("stream-manager.json", "guard.json", "values.json")) {
            Files.writeString(old.resolve(name), "{}");
        }
        Files.writeString(units.resolve("streamfleet.conf"), "[Unit]\n");
        Path systemctl = Files.writeString(scratch.resolve("systemctl"), "#!/bin/sh\necho \"$@\"\n");
        systemctl.toFile().setExecutable(true);
        String gate = StreamManagerBoot.boot(Samples.created()).early().get(0).get(5);
        var result = Tool.run(
                scratch,
                Map.of("PATH", scratch + ":" + System.getenv("PATH")),
                List.of("sh", "-c", gate.replace("/etc/", scratch + "/etc/")));

        assertThat(result).isEqualTo(new Tool.Result(0, "daemon-reload\n"));
        try (var left = Files.list(old)) {
            // Written anew by cloud-init, before or after.
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("values.json");
        }
        assertThat(units.resolve("streamfleet.conf"))
                .hasContent("[Unit]\nConditionPathExists=/run/streamfleet/configured\n");
    }

    @Test
    void gate_shellcheck_isClean() throws Exception {
        Tool.needs("shellcheck", "apt-get install shellcheck");
        String gate = StreamManagerBoot.boot(Samples.created()).early().get(0).get(5);
        Path script = Files.writeString(root.resolve("checked.sh"), "#!/bin/sh\n" + gate);

        assertThat(Tool.run(root, Map.of(), List.of("shellcheck", script.toString())))
                .isEqualTo(new Tool.Result(0, ""));
    }

    @Test
    void units_systemd_verifiesThem() throws Exception {
        Tool.needs("systemd-analyze", "apt-get install systemd");
        Path units = root.resolve("etc/systemd/system");
        Files.writeString(units.resolve("red5pro.service"), """
                [Unit]
                Description=Red5 Pro
                [Service]
                Type=forking
                ExecStart=/bin/true
                [Install]
                WantedBy=multi-user.target
                """);
        var result = Tool.run(
                root,
                Map.of("SYSTEMD_UNIT_PATH", units + ":"),
                List.of(
                        "systemd-analyze",
                        "verify",
                        "--man=no",
                        units.resolve("streamfleet-boot.service").toString(),
                        units.resolve("streamfleet-guard.service").toString(),
                        units.resolve("red5pro.service").toString()));

        assertThat(result).isEqualTo(new Tool.Result(0, ""));
    }

    @Test
    void userData_cloudInit_acceptsIt() throws Exception {
        Tool.needs("cloud-init", "apt-get install cloud-init");
        Path file = Files.writeString(
                root.resolve("user-data"),
                StreamManagerBoot.document(Samples.created()).render(value -> "value"));
        var result = Tool.run(root, Map.of(), List.of("cloud-init", "schema", "--config-file", file.toString()));

        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void userData_unpackCommand_putsEveryFileInPlace(@TempDir Path scratch) throws Exception {
        Tool.needs("python3", PYTHON);
        var document = CloudConfigTest.parse(
                StreamManagerBoot.document(Samples.created()).render(value -> "value"));
        Path archive = Files.writeString(
                scratch.resolve("archive"),
                CloudConfigTest.files(document).get(1).get("content"));
        @SuppressWarnings("unchecked")
        var unpack = ((List<List<String>>) document.get("runcmd")).get(0);
        String program = unpack.get(2)
                .replace("/etc/streamfleet/files", archive.toString())
                .replace("extractall('/')", "extractall('" + scratch + "')");
        var result = Tool.run(scratch, Map.of("PYTHONWARNINGS", "ignore"), List.of("python3", "-c", program));

        assertThat(result).isEqualTo(new Tool.Result(0, ""));
        for (BootFile file : StreamManagerBoot.files(Samples.created())) {
            if (file.content().isLiteral()) {
                assertThat(scratch.resolve(file.path().substring(1)))
                        .hasContent(file.content().toString());
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(" \t\n\r\f\\=:#!'\"$%".charAt(random.nextInt(14)));
                case 1 -> text.append((char) (' ' + random.nextInt(95)));
                case 2 -> text.append((char) random.nextInt(0xd800));
                default -> text.appendCodePoint(0x10000 + random.nextInt(0x1000));
            }
        }
        // The editor refuses these, since the server would expand them.
        return text.toString().replace("${", "$ {").replace("#{", "# {");
    }

    private static Tool.Result python(List<String> arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of("python3", "-B"));
        command.addAll(arguments);
        Path library = root.resolve(Programs.FOLDER.substring(1));
        return Tool.run(
                resource("python"),
                Map.of(
                        "PYTHONPATH", library.toString(),
                        "PYTHONDONTWRITEBYTECODE", "1",
                        "STREAMFLEET_TRAVELLING", library.toString(),
                        "STREAMFLEET_WRITTEN", resource("lib").toString()),
                command);
    }

    private static String module(Path suite) {
        return suite.getFileName().toString().replace(".py", "");
    }

    private static Path resource(String name) throws Exception {
        return Path.of(Template.class.getResource(name).toURI());
    }
}
