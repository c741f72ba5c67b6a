package io.streamfleet.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.Main;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.stacks.synth.Shares;
import io.streamfleet.stacks.synth.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthesises by several processes of the app, and holds the output against that of one. */
class SharesTest {
    private static final Path SPECS = Path.of("..", "specs");

    @TempDir
    private Path folder;

    @Test
    void synth_byThreeProcesses_writesTheBytesOfOne() throws IOException {
        Map<String, Path> files = descriptions(4);

        synthesise(files, 1, "one");
        synthesise(files, 3, "three");

        assertThat(contents("three")).isEqualTo(contents("one")).hasSize(5);
    }

    @Test
    void synth_ofTwoClouds_leavesThoseOfTheCdkToOneProcess() throws IOException {
        Map<String, Path> files = descriptions(2);
        Path aws = SPECS.resolve("red5-aws-minimal.yaml");

        try (Shares shares = shares(files, 2)) {
            new Synthesis(
                            Stream.concat(Stream.of(aws), files.values().stream())
                                    .map(SharesTest::plan)
                                    .toList(),
                            shares)
                    .into(folder.resolve("out"));
        }

        assertThat(folder.resolve("out/cdk.out/small.template.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/cdktf.out/stacks/a1/cdk.tf.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/cdktf.out/stacks/a2/cdk.tf.json")).isNotEmptyFile();
    }

    @Test
    void add_inAnyOrder_isTheSame() throws IOException {
        Map<String, Path> files = descriptions(3);
        synthesise(files, 1, "all");
        for (String way : List.of("forwards", "backwards")) {
            files.forEach((name, file) -> synthesise(Map.of(name, file), 1, way + "/" + name));
        }

        new CdktfOutput(output("forwards/a1")).add(List.of(new CdktfOutput(output("forwards/a2"))));
        new CdktfOutput(output("forwards/a1")).add(List.of(new CdktfOutput(output("forwards/a3"))));
        new CdktfOutput(output("backwards/a3")).add(List.of(new CdktfOutput(output("backwards/a2"))));
        new CdktfOutput(output("backwards/a3")).add(List.of(new CdktfOutput(output("backwards/a1"))));

        assertThat(contents("forwards/a1")).isEqualTo(contents("all"));
        assertThat(contents("backwards/a3")).isEqualTo(contents("all"));
    }

    @Test
    void fails_aShare_withItsWords_andWritesNothing() throws IOException {
        Map<String, Path> files = descriptions(2);
        List<ClusterPlan> plans = files.values().stream().map(SharesTest::plan).toList();
        Files.writeString(files.get("a2"), "name: a2\n");

        try (Shares shares = shares(files, 2)) {
            assertThatThrownBy(() -> new Synthesis(plans, shares).into(folder.resolve("out")))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(("""
                            cloud: got nothing, must be aws, google or azure; add the key; the others are checked after (%1$s:1:1)
                            product: got nothing, must be red5; add the key; the others are checked after (%1$s:1:1)
                            refused: 2 errors; nothing was written""").formatted(files.get("a2")));
        }

        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void close_beforeTheOthersAreDone_endsThem() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Shares shares = shares(descriptions(4), 3);
        List<ProcessHandle> started = ProcessHandle.current()
                .children()
                .filter(each -> !before.contains(each))
                .toList();

        shares.close();

        assertThat(started).hasSizeGreaterThanOrEqualTo(2).noneMatch(ProcessHandle::isAlive);
    }

    private void synthesise(Map<String, Path> files, int processes, String where) {
        try (Shares shares = shares(files, processes)) {
            new Synthesis(files.values().stream().map(SharesTest::plan).toList(), shares).into(folder.resolve(where));
        }
    }

    private static Shares shares(Map<String, Path> files, int processes) {
        return Shares.of(files, processes, Main.class, List.of());
    }

    private static ClusterPlan plan(Path file) {
        return ClusterPlan.of(SpecReader.read(file).spec());
    }

    /** Descriptions a1, a2 and so on, on both clouds in turn. */
    private Map<String, Path> descriptions(int count) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (int number = 1; number <= count; number++) {
            String name = "a" + number;
            String shipped = number % 2 == 0 ? "red5-azure-minimal" : "red5-google-minimal";
            String text =
                    Files.readString(SPECS.resolve(shipped + ".yaml")).replaceFirst("(?m)^name: .*", "name: " + name);
            files.put(name, Files.writeString(folder.resolve(name + ".yaml"), text));
        }
        return files;
    }

    private Path output(String where) {
        return folder.resolve(where).resolve("cdktf.out");
    }

    private Map<String, String> contents(String where) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output(where))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(output(where).relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
