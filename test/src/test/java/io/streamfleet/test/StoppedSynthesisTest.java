package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.jsii.JsiiHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Stops a synthesis while the other process writes its stacks, some of which this one has asked for and not waited for. */
class StoppedSynthesisTest {
    private static final int DESCRIPTIONS = 80;

    @TempDir
    private Path folder;

    @RepeatedTest(2)
    @DisplayName("a synthesis that is stopped leaves nothing, and says nothing")
    void synth_stopped_leavesNothing() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path said = folder.resolve("said");
        JsiiHost.write(folder.resolve("jsii"));
        Process process = start(out, said);

        awaitStacks(out, process);
        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(said).isEmptyFile();
        assertThat(out).isEmptyDirectory();
    }

    private Process start(Path out, Path said) throws IOException {
        List<String> command = new ArrayList<>(App.in(folder).command("synth", "-o", out.toString()));
        String shipped = Files.readString(Project.root().resolve("stacks/specs/red5-google-minimal.yaml"));
        for (int number = 0; number < DESCRIPTIONS; number++) {
            Path file = folder.resolve("a" + number + ".yaml");
            Files.writeString(file, shipped.replace("tiny", String.format(Locale.ROOT, "a%03d", number)));
            command.add(file.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(said.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JSII_RUNTIME",
                        folder.resolve("jsii/run").toString(),
                        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION",
                        "20"));
        return builder.start();
    }

    /** Waits until some stacks are written, in the folder that is to take the place of the output. */
    private static void awaitStacks(Path out, Process process) throws Exception {
        while (process.isAlive()) {
            try (Stream<Path> files = Files.walk(out)) {
                if (files.filter(file -> file.endsWith("cdk.tf.json")).count() > 5) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // A file that was there is gone.
            }
            Thread.sleep(5);
        }
        throw new AssertionError("ended before it was stopped, with " + process.exitValue());
    }
}
