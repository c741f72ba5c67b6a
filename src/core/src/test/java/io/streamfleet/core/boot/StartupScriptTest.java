package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs start-up scripts in a scratch root, by their first line as the guest agent does. */
class StartupScriptTest {
    private static final CloudValue HOST = new CloudValue("host", 30);

    @TempDir
    Path root;

    @BeforeEach
    void tools() {
        Tool.needs("python3", "apt-get install python3");
    }

    private static BootFile open(String text) {
        return new BootFile(
                "/etc/a.json",
                FileMode.PRIVATE,
                BootText.of(text).plus(BootText.of(HOST)).plus("\n"));
    }

    private static BootDocument document(List<BootFile> files, List<List<String>> early, List<List<String>> late) {
        return BootDocument.of(new Boot(BootCarrier.GOOGLE_STARTUP_SCRIPT, files, early, late));
    }

    /** Runs the script as if the folder were the root. */
    private static Tool.Result run(Path root, BootDocument document, String host) throws Exception {
        Files.createDirectories(root.resolve("run"));
        Path script = Files.writeString(
                root.resolve("script"),
                document.render(value -> host)
                        .replaceAll("(?m)(?<=^mkdir -p |^chmod \\d{4} |[> ])/(etc|run)\\b", root + "/$1")
                        .replace("open('\\''/", "open('\\''" + root + "/")
                        .replace("extractall('\\''/'\\'')", "extractall('\\''" + root + "'\\'')"));
        script.toFile().setExecutable(true);
        return Tool.run(root, Map.of("PYTHONWARNINGS", "ignore"), List.of(script.toString()));
    }

    private Tool.Result run(BootDocument document, String host) throws Exception {
        return run(root, document, host);
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file)));
    }

    @Test
    void script_filesAndCommands_inOrderAndPrivate() throws Exception {
        var program = new BootFile("/etc/units/b", FileMode.PROGRAM, BootText.of("#!/bin/sh\necho \"it's ${x}\"\n"));
        var document = document(
                List.of(open("h="), program),
                List.of(List.of("echo", "it's early; $HOME")),
                List.of(List.of("cat", root + "/etc/a.json")));

        assertThat(run(document, "10.0.0.3")).isEqualTo(new Tool.Result(0, "it's early; $HOME\nh=10.0.0.3\n"));
        assertThat(root.resolve("etc/units/b")).hasContent("#!/bin/sh\necho \"it's ${x}\"\n");
        assertThat(List.of(mode("etc/a.json"), mode("etc/units/b"), mode("etc/streamfleet/files")))
                .containsExactly("rw-------", "rwxr-xr-x", "rw-------");
    }

    @Test
    void script_again_leavesWhatIsThereAndStartsOnly() throws Exception {
        var document =
                document(List.of(open("h=")), List.of(List.of("echo", "stopped")), List.of(List.of("echo", "started")));

        assertThat(run(document, "db").output()).isEqualTo("stopped\nstarted\n");
        assertThat(run(document, "db").output()).isEqualTo("started\n");
        assertThat(run(document, "other-db").output()).isEqualTo("stopped\nstarted\n");
        assertThat(root.resolve("etc/a.json")).hasContent("h=other-db\n");
    }

    @Test
    void script_changedText_isPutInPlaceAnew() throws Exception {
        run(document(List.of(open("h=")), List.of(), List.of()), "db");
        run(document(List.of(open("host=")), List.of(), List.of()), "db");

        assertThat(root.resolve("etc/a.json")).hasContent("host=db\n");
    }

    @Test
    void script_afterAPowerCut_putsEverythingInPlaceAnew() throws Exception {
        var document = document(List.of(open("h=")), List.of(), List.of());
        run(document, "db");
        Files.writeString(root.resolve("etc/a.json"), "");
        Files.delete(root.resolve("run/streamfleet-files"));

        assertThat(run(document, "db").status()).isZero();
        assertThat(root.resolve("etc/a.json")).hasContent("h=db\n");
    }

    @Test
    void fails_aStep_stopsThereWithoutTheMark() throws Exception {
        var document = document(List.of(open("h=")), List.of(List.of("false")), List.of(List.of("echo", "started")));

        assertThat(run(document, "db")).isEqualTo(new Tool.Result(1, ""));
        assertThat(root.resolve("etc/a.json")).doesNotExist();
        assertThat(root.resolve("run/streamfleet-files")).doesNotExist();
    }

    @Property(tries = 40)
    void content_anyText_isWrittenAsItIs(@ForAll @StringLength(max = 40) String text) throws Exception {
        Tool.needs("python3", "apt-get install python3");
        // A shell's text ends at a zero.
        String valid = new String(text.getBytes(UTF_8), UTF_8).replace("\0", "");
        Path folder = Files.createTempDirectory("streamfleet");

        var result = run(folder, document(List.of(open(valid)), List.of(), List.of()), "db");

        assertThat(result).isEqualTo(new Tool.Result(0, ""));
        assertThat(Files.readString(folder.resolve("etc/a.json"))).isEqualTo(valid + "db\n");
        for (String name : List.of("etc/a.json", "etc", "script", "run/streamfleet-files", "run")) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
