package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Terraform part is not on the class path of these tests. */
class PartCommandTest {
    private static final String AWS = Specs.shipped("red5-aws").toString();

    @ParameterizedTest
    @ValueSource(strings = {"red5-google", "red5-azure"})
    void part_synthForACloudOfTerraform_isNamed(String name) {
        Run run = Run.of(
                "part", "--", "--debug", "synth", AWS, Specs.shipped(name).toString(), "-o", "elsewhere");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("terraform\n");
    }

    @Test
    void part_appOfTheCdktfCommand_isNamed() {
        assertThat(Run.of("part", "--", "app", "--terraform").out()).isEqualTo("terraform\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "app", "synth --help", "--version", "schema", "validate GOOGLE", "plan GOOGLE", "synth AWS"})
    void part_whereAwsIsEnough_isNone(String line) {
        String google = Specs.shipped("red5-google").toString();
        String[] words = ("part -- " + line)
                .replace("GOOGLE", google)
                .replace("AWS", AWS)
                .strip()
                .split(" ");

        Run run = Run.of(words);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void part_descriptionFromNoFile_isLeftToTheRunItself() {
        Run run = Run.of("part", "--", "synth", "/dev/null");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void fails_pipeForACloudOfTerraform_isNotReadByAnotherRun(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String text = Files.readString(Specs.shipped("red5-google"));
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(pipe, text));
        System.setProperty("streamfleet.launcher", "/no/streamfleet");
        try {
            Run run = Run.of("synth", pipe.toString(), "-o", folder.toString());

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo(
                            "streamfleet: " + pipe
                                    + " can be read once, and the part for Google and Azure is yet to be built;"
                                    + " build it by STREAMFLEET_PART=terraform /no/streamfleet --version, then run this again\n");
        } finally {
            System.clearProperty("streamfleet.launcher");
        }
        writer.get(10, TimeUnit.SECONDS);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fails_refusedDescription_namesNoPart(@TempDir Path folder) throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "name: live\ncloud: google\n");

        Run run = Run.of("part", "--", "synth", bad.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }
}
