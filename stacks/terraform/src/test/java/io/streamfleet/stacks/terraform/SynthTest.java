package io.streamfleet.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.stacks.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthesises descriptions by the app's own command, with this part of it there. */
class SynthTest {
    private static final Path SPECS = Path.of("..", "specs");

    @TempDir
    private Path folder;

    /** What a command said and how it ended. */
    private record Run(int status, String out, String err) {
        static Run of(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return new Run(status, out.toString(), err.toString());
        }
    }

    @Test
    void synth_ofBothClouds_writesBothFoldersInOneRun() throws IOException {
        Run run = synth(spec("red5-aws-minimal"), spec("red5-google"), spec("red5-google-minimal"));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(namesIn(folder)).containsExactly("cdk.out", "cdktf.out", "nodes");
        assertThat(folder.resolve("cdk.out/small.template.json")).isNotEmptyFile();
        assertThat(namesIn(folder.resolve("cdktf.out"))).containsExactly("manifest.json", "stacks");
        assertThat(namesIn(folder.resolve("cdktf.out/stacks"))).containsExactly("tiny", "world");
        assertThat(namesIn(folder.resolve("cdktf.out/stacks/world"))).containsExactly("cdk.tf.json");
        Path stack = folder.resolve("cdktf.out/stacks/world/cdk.tf.json");
        assertThat(run.out())
                .contains("wrote " + stack + " (" + Files.size(stack) + " bytes); what of it costs money:")
                .contains("wrote " + folder.resolve("nodes/world") + ": the documents of its nodes");
    }

    @Test
    void synth_ofOneCloud_leavesTheOthersFolderAsItWas() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("cdk.out")).resolve("manifest.json");
        Files.writeString(earlier, "earlier");

        assertThat(synth(spec("red5-google-minimal")).status()).isZero();

        assertThat(earlier).hasContent("earlier");
        assertThat(folder.resolve("cdktf.out/stacks/tiny/cdk.tf.json")).isNotEmptyFile();
    }

    @Test
    void fails_oneDescriptionOfTwoClouds_leavesBothFoldersAsTheyWere() throws IOException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, Files.readString(Path.of(spec("red5-aws"))).replace("max: 6", "max: 1"));

        Run run = synth(spec("red5-google"), bad.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("streamManager.group.max: got 1");
        assertThat(namesIn(folder)).containsExactly("bad.yaml");
    }

    @Test
    void fails_overAFolderOfSomethingElse_writesNothingForAnyCloud() throws IOException {
        Files.createDirectory(folder.resolve("cdktf.out"));
        Files.writeString(folder.resolve("cdktf.out/thesis.txt"), "mine");

        Run run = synth(spec("red5-aws-minimal"), spec("red5-google-minimal"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cdktf.out holds something else than templates of an earlier run");
        assertThat(namesIn(folder)).containsExactly("cdktf.out");
    }

    @Test
    void stack_ofADescription_needsTheTerraformItWasWrittenFor() throws IOException {
        synth(spec("red5-google"));

        JsonNode stack = new ObjectMapper()
                .readTree(folder.resolve("cdktf.out/stacks/world/cdk.tf.json").toFile());
        assertThat(stack.at("/terraform/required_version").asText()).isEqualTo(">= 1.11.0");
        assertThat(stack.at("/terraform/required_providers/google/version").asText())
                .matches("7\\.\\d+\\.\\d+");
        assertThat(stack.at("/terraform/backend/gcs/bucket").asText()).isEqualTo("example-project-state");
        assertThat(stack.at("/terraform/backend/gcs/prefix").asText()).isEqualTo("streamfleet/world");
    }

    @Test
    void synth_ofTheDescriptionThatInitStartsOnAzure_writesItsStack() throws IOException {
        Path file = folder.resolve("mine.yaml");
        assertThat(Run.of("init", "red5", "azure", "-o", file.toString()).status())
                .isZero();

        Run run = synth(file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        JsonNode stack = new ObjectMapper()
                .readTree(folder.resolve("cdktf.out/stacks/live/cdk.tf.json").toFile());
        assertThat(stack.at("/terraform/required_providers/azurerm/version").asText())
                .matches("5\\.\\d+\\.\\d+");
        assertThat(stack.at("/resource/azurerm_linux_virtual_machine_scale_set"))
                .hasSize(1);
    }

    @Test
    void fails_appOutsideOfTheCdktfCommand_withStatusTwo() {
        Run run = Run.of("app", "--terraform");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the cdktf command runs this; to write stacks: streamfleet synth");
    }

    private Run synth(String... specs) {
        List<String> arguments = new ArrayList<>(List.of("synth", "-o", folder.toString()));
        arguments.addAll(List.of(specs));
        return Run.of(arguments.toArray(String[]::new));
    }

    private static String spec(String name) {
        return SPECS.resolve(name + ".yaml").toString();
    }

    private static List<String> namesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
