package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    @TempDir
    private Path folder;

    @Test
    void synth_ofEveryShippedDescriptionForAws_writesOneTemplateEachNamedAfterIt() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("synth", "-o", folder.toString()));
        Specs.aws().map(Path::toString).forEach(arguments::add);

        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("cdk.out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".template.json")))
                    .containsExactlyInAnyOrder(
                            "corp.template.json",
                            "live.template.json",
                            "show.template.json",
                            "small.template.json",
                            "stage.template.json");
        }
        Path template = folder.resolve("cdk.out/live.template.json");
        JsonNode json = new ObjectMapper().readTree(template.toFile());
        assertThat(json.path("Resources").size()).isGreaterThan(20);
        assertThat(run.out())
                .contains("wrote " + template + " (" + Files.size(template) + " bytes); what of it costs money:")
                .contains("  NAT gateway: 3, one a zone, and their traffic");
        assertThat(namesIn(folder)).containsExactly("cdk.out", "nodes");
    }

    @Test
    void fails_refusedDescription_leavesEarlierOutputAsItWas() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("cdk.out")).resolve("manifest.json");
        Files.writeString(earlier, "earlier");
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, Files.readString(Specs.shipped("red5-aws")).replace("max: 6", "max: 1"));

        Run run = Run.of("synth", bad.toString(), "-o", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("streamManager.group.max: got 1")
                .contains("refused: 1 error; nothing was written");
        assertThat(earlier).hasContent("earlier");
        assertThat(namesIn(folder)).containsExactly("bad.yaml", "cdk.out");
    }

    @Test
    void fails_twoDescriptionsOfOneName_writesNothing() throws IOException {
        Path copy = Files.copy(Specs.shipped("red5-aws"), folder.resolve("copy.yaml"));

        Run run = Run.of("synth", Specs.shipped("red5-aws").toString(), copy.toString(), "-o", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("name: got live").contains("copy.yaml");
        assertThat(namesIn(folder)).containsExactly("copy.yaml");
    }

    @Test
    void fails_overAFolderOfSomethingElse_beforeAnyWork() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("cdk.out")).resolve("mine.txt");
        Files.writeString(mine, "mine");

        Run run = Run.of("synth", Specs.shipped("red5-aws").toString(), "-o", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("holds something else than templates of an earlier run");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void fails_appOutsideOfTheCdkCommand_withStatusTwo() {
        Run run = Run.of("app");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the cdk command runs this; to write templates: streamfleet synth");
    }

    @Test
    void fails_withoutTheTerraformPart_writesNothingAndSaysWhereItIs() throws IOException {
        String missing =
                "streamfleet: the part of the app for google is not there; run ./streamfleet, which builds it, or put"
                        + " streamfleet-stacks-terraform on the class path\n";

        Run synth = Run.of(
                "synth",
                Specs.shipped("red5-aws").toString(),
                Specs.shipped("red5-google").toString(),
                "-o",
                folder.toString());
        Run app = Run.of("app", "--terraform");

        assertThat(synth.status()).isEqualTo(1);
        assertThat(synth.err()).isEqualTo(missing);
        assertThat(namesIn(folder)).isEmpty();
        assertThat(app.status()).isEqualTo(1);
        assertThat(app.err()).isEqualTo(missing);
    }

    private static List<String> namesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
