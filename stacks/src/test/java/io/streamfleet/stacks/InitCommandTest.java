package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void init_withoutFile_printsAValidDescription(String cloud) {
        Run run = Run.of("init", "red5", cloud);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        Description description = SpecReader.parse("init", run.out());
        assertThat(description.warnings()).isEmpty();
        assertThat(description.spec().name()).isEqualTo("live");
        assertThat(description.spec().cloud().kind().key()).isEqualTo(cloud);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void init_withEveryKeyOutOfItsComment_isStillValid(String cloud) {
        String text = InitCommand.startingPoint("red5", cloud);
        String full = text.lines()
                .map(line -> line.replaceFirst("^( *)# ([A-Za-z]+:( |$))", "$1$2"))
                .reduce("", (all, line) -> all + line + "\n")
                // Prose that reads like a key.
                .replaceAll("(?m)^Then:", "# Then:");

        assertThat(full.lines().filter(line -> line.strip().startsWith("#")).count())
                .isLessThan(text.lines()
                                .filter(line -> line.strip().startsWith("#"))
                                .count()
                        - 20);
        assertThat(SpecReader.parse("init", full).spec().name()).isEqualTo("live");
    }

    @Test
    void init_toANewFile_writesItAndSaysWhatIsNext() throws IOException {
        Path file = folder.resolve("live.yaml");

        Run run = Run.of("init", "red5", "aws", "-o", file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("wrote " + file).contains("streamfleet validate " + file);
        assertThat(Files.readString(file)).isEqualTo(InitCommand.startingPoint("red5", "aws"));
    }

    @Test
    void fails_overAnExistingFile_leavesItAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("live.yaml"), "mine");

        Run run = Run.of("init", "red5", "aws", "-o", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("streamfleet: " + file + " exists and is left as it is; name another file"
                        + System.lineSeparator());
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void fails_intoAMissingFolder_saysSo() {
        Run run = Run.of(
                "init", "red5", "aws", "-o", folder.resolve("no/live.yaml").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("its folder does not exist");
    }

    @ParameterizedTest
    @CsvSource({"red6,aws", "red5,oracle", "aws,red5"})
    void fails_unknownProductOrCloud_saysWhichThereAre(String product, String cloud) {
        Run run = Run.of("init", product, cloud);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(
                        "streamfleet: got " + product + " " + cloud + ", must be red5 aws, red5 google or red5 azure");
    }
}
