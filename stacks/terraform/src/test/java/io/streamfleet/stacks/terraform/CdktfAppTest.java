package io.streamfleet.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.terraform.TerraformApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.Construct;

class CdktfAppTest {
    private static final Path SPECS = Path.of("../specs");

    /** One app takes 50 of them. */
    private static final int STACKS = 54;

    @TempDir
    private Path folder;

    @Test
    void synthesise_moreThanOneAppTakes_writesWhatOneAppWould() throws IOException {
        List<ClusterPlan> plans =
                IntStream.range(0, STACKS).mapToObj(CdktfAppTest::plan).toList();

        new CdktfApp().synthesise(plans, folder.resolve("several"));
        TerraformApp.synthesise(folder.resolve("one"), stacks(plans));

        assertThat(contents("several")).isEqualTo(contents("one")).hasSize(STACKS + 1);
    }

    private static Map<String, Consumer<Construct>> stacks(List<ClusterPlan> plans) {
        Map<String, Consumer<Construct>> stacks = new LinkedHashMap<>();
        for (ClusterPlan plan : plans) {
            stacks.put(
                    plan.name(),
                    plan.cloud() == Cloud.GOOGLE
                            ? app -> io.streamfleet.google.Red5Stack.of(app, plan)
                            : app -> io.streamfleet.azure.Red5Stack.of(app, plan));
        }
        return stacks;
    }

    /** Descriptions on both clouds in turn, not in the order of their names. */
    private static ClusterPlan plan(int number) {
        String shipped = number % 2 == 0 ? "red5-azure-minimal" : "red5-google-minimal";
        try {
            String text = Files.readString(SPECS.resolve(shipped + ".yaml"));
            String named = text.replaceFirst("(?m)^name: .*", "name: a" + (number * 7 % STACKS));
            return ClusterPlan.of(SpecReader.parse(shipped, named).spec());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> contents(String where) throws IOException {
        Path root = folder.resolve(where);
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
