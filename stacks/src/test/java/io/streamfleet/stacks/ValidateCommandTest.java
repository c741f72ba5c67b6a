package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidateCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void validate_eachShippedDescription_isFineAndHasNoWarning(Path file) {
        Run run = Run.of("validate", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith(file + ": ").endsWith(" is fine" + System.lineSeparator());
    }

    @Test
    void validate_allShippedDescriptionsTogether_areNotInEachOthersWay() throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("validate"), Specs.shipped().map(Path::toString))
                .toArray(String[]::new);

        Run run = Run.of(arguments);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(arguments.length - 1);
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void shippedDescription_atItsTop_namesTheSchemaAndSaysWhatItShows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);

        assertThat(lines.get(0)).isEqualTo("# yaml-language-server: $schema=streamfleet.schema.json");
        assertThat(lines.get(1)).startsWith("# ").hasSizeGreaterThan(20);
    }

    @Test
    void fails_severalFaults_tellsEachWithItsLineAndTheCount() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(
                file,
                Files.readString(Specs.shipped("red5-aws"))
                        .replace("group: { min: 2, max: 6 }", "group: { min: 4, max: 2 }")
                        .replace("diskGib: 16", "diskgib: 16")
                        .replace("cooldown: 300s", "cooldown: 30s"));

        Run run = Run.of("validate", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("streamfleet: "))
                .anyMatch(line -> line.contains("streamManager.group.max: got 2, must be at least min (4)"))
                .anyMatch(line -> line.contains("diskGib"))
                .anyMatch(line -> line.contains("cooldown: got 30s"))
                .contains("streamfleet: refused: 3 errors; nothing was written");
        assertThat(run.err().lines().limit(3)).allMatch(line -> line.matches(".*\\(.*bad\\.yaml:\\d+:\\d+\\)"));
    }

    @Test
    void fails_missingFile_saysSo() {
        Run run = Run.of("validate", "nowhere.yaml");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("a file that does not exist").contains("nowhere.yaml");
    }

    @Test
    void fails_withoutDescription_withStatusTwo() {
        Run run = Run.of("validate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("streamfleet: missing required parameter: 'SPEC'");
    }
}
