package io.streamfleet.core.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {
    private static final String GOOD = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            streamManager: { image: { id: ami-0123456789abcdef0 }, instanceType: c5.large, group: { max: 6 } }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }
            aws: { region: us-east-1, network: { create: { cidr: 10.20.0.0/16 } } }
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void read_goodFile_keepsPlaces() throws Exception {
        Path file = file("live.yaml", "\uFEFF" + GOOD);
        Description description = SpecReader.read(file);
        assertThat(description.spec().name()).isEqualTo("live");
        assertThat(description.source().place("streamManager.group.max")).isEqualTo(file + ":5:89");
        assertThat(description.source().place("streamManager.group.min")).isEqualTo(file + ":5:80");
    }

    @Test
    void read_tellsOfEachAtOnce_alsoWhereAnotherIsRefused() throws Exception {
        List<Path> files = List.of(file("bad.yaml", "name: bad"), file("live.yaml", GOOD));
        List<String> read = new ArrayList<>();

        assertThatThrownBy(() ->
                        SpecReader.read(files, each -> read.add(each.spec().name())))
                .isInstanceOf(InvalidSpecException.class);

        assertThat(read).containsExactly("live");
    }

    @Test
    void fails_ruleBroken_tellsThePlace() {
        String text = GOOD.replace("group: { max: 6 }", "group: { max: 6 }, scaleIn: { cpuPercent: 20 }");
        assertThatThrownBy(() -> SpecReader.parse("live.yaml", text))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageStartingWith("streamManager.scaleIn: got ")
                .hasMessageEndingWith("(live.yaml:5:99)");
    }

    @Test
    void fails_severalFiles_tellsOfEach() throws Exception {
        Path bad = file("bad.yaml", GOOD.replace("webrtc", "web").replace("max: 6", "max: 0"));
        Path none = folder.resolve("none.yaml");
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Path large = file("large.yaml", "#".repeat(300_000));
        assertThatThrownBy(() -> SpecReader.read(List.of(bad, none, binary, large, folder)))
                .hasMessageContaining("streamManager.group.max: got 0, must be 1 to 1000 (" + bad + ":5:89)")
                .hasMessageContaining(
                        "got a file that does not exist, must be a description; streamfleet init writes one (" + none
                                + ")")
                .hasMessageContaining(
                        "got bytes that are not UTF-8, must be a description in UTF-8; save it so (" + binary + ")")
                .hasMessageContaining(
                        "got more than 262144 bytes, must be a description, which has a few thousand (" + large + ")")
                .hasMessageContaining("got a folder, must be a description; name a file in it (" + folder + ")");
    }

    @Test
    void fails_oneFileNamedTwice_saysThatAlone() throws Exception {
        Path file = file("live.yaml", GOOD);
        Path again = folder.resolve("x").resolveSibling("./live.yaml");
        assertThatThrownBy(() -> SpecReader.read(List.of(file, again)))
                .hasMessage("got a file that was named before, must be another; name it once (" + again + ")");
    }

    @Test
    void fails_copyOfAFile_namesWhatMustDiffer() throws Exception {
        Path copy = file("copy.yaml", GOOD);
        assertThatThrownBy(() -> SpecReader.read(List.of(file("live.yaml", GOOD), copy)))
                .hasMessageContaining("name: got live, the name of another description of this app")
                .hasMessageContaining(
                        "or one deployment deletes the other's nodes; take prefixes that differ early (" + copy);
    }

    @Test
    void fails_noName_saysSo() {
        assertThatThrownBy(() -> SpecReader.read(Path.of("")))
                .hasMessage("got no name, must be that of a description; streamfleet init writes one");
    }

    /** As a shell hands it over for {@code <(…)}. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void read_pipeWithoutAName_isAsGoodAsAFile() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (Writer input = new OutputStreamWriter(other.getOutputStream(), StandardCharsets.UTF_8)) {
            input.write(GOOD);
        }
        try {
            assertThat(SpecReader.read(Path.of("/proc/" + other.pid() + "/fd/0"))
                            .spec()
                            .name())
                    .isEqualTo("live");
        } finally {
            other.destroy();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void read_pipe_isAsGoodAsAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        file("live.yaml", GOOD);
        // The shell waits for the reader, which this process is.
        Process writer = new ProcessBuilder("sh", "-c", "cat live.yaml > pipe")
                .directory(folder.toFile())
                .start();
        assertThat(SpecReader.read(pipe).spec().name()).isEqualTo("live");
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void fails_wrongValueBesideBrokenRule_tellsBoth() {
        String text = GOOD.replace("name: live", "name: Live")
                .replace("domain:", "webrtc: yes\ndomain:")
                .replace("keyPair: red5pro", "keyPair: red5pro\n  abr: true");
        assertThatThrownBy(() -> SpecReader.parse("live.yaml", text))
                .hasMessageContaining("name: got Live")
                .hasMessageContaining("webrtc: got yes")
                .hasMessageContaining("nodes.roles: got no relay with abr: true");
    }
}
