package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds that cdktf's own command gives what {@code ./streamfleet synth} gives. The app is started from this build, not by
 * the launcher, which has a suite of its own and would build it once more.
 */
class CdktfCommandTest {
    private static final Path CDKTF =
            Project.root().resolve("node_modules").resolve(".bin").resolve("cdktf");

    @BeforeAll
    static void needsTheCommand() {
        Needs.file(CDKTF, "npm ci");
        Needs.program("node", "see https://nodejs.org/en/download");
        Terraform.needed();
    }

    @Test
    @DisplayName(
            "cdktf synth writes the stack of every shipped description for its clouds, and leaves cdktf.json as it is")
    void cdktfSynth_withoutDescription_writesTheSameStacks() {
        Path folder = folder("cdktf-synth");
        App.Result result = cdktf(folder, "", "synth");

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        for (TerraformCase each : Shipped.google()) {
            String file = "stacks/" + each.plan().name() + "/cdk.tf.json";
            assertThat(Project.read(folder.resolve("cdktf.out").resolve(file)))
                    .as(each.name())
                    .isEqualTo(Project.read(Shipped.stacks().resolve(file)));
        }
        assertThat(Project.read(folder.resolve("cdktf.out/manifest.json")))
                .isEqualTo(Project.read(Shipped.stacks().resolve("manifest.json")));
        assertThat(Project.read(folder.resolve("cdktf.json")))
                .isEqualTo(Project.read(Project.root().resolve("cdktf.json")));
    }

    @Test
    @DisplayName("cdktf list with STREAMFLEET_SPEC names that one")
    void cdktfList_ofOneDescription_namesItsStack() {
        App.Result result = cdktf(folder("cdktf-list"), "stacks/specs/red5-google.yaml", "list");

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("world").doesNotContain("tiny", "live");
    }

    @Test
    @DisplayName("cdktf synth of a refused description prints the refusal, no trace")
    void fails_cdktfSynthOfRefusedDescription_printsTheRefusal() {
        Path folder = folder("cdktf-refused");
        Path spec = folder.resolve("bad.yaml");
        Project.write(
                spec, Project.read(Shipped.google("red5-google").file()).replace("min: 2, max: 6", "min: 7, max: 6"));
        App.Result result = cdktf(folder, spec.toString(), "synth");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("streamManager.group").doesNotContain("\tat io.streamfleet");
        assertThat(folder.resolve("cdktf.out/stacks/world")).doesNotExist();
    }

    @Test
    @DisplayName("cdktf synth of a description for AWS says by what it is deployed")
    void fails_cdktfSynthForAws_namesTheOtherCommand() {
        App.Result result = cdktf(folder("cdktf-aws"), "stacks/specs/red5-aws.yaml", "synth");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("stacks/specs/red5-aws.yaml: is not for Google Cloud; deploy it by: npx cdk deploy -c"
                        + " spec=stacks/specs/red5-aws.yaml");
    }

    @Test
    @DisplayName("cdktf.json starts the app by the launcher")
    void cdktfJson_app_isTheLauncher() {
        assertThat(Json.read(Project.root().resolve("cdktf.json")).path("app").asText())
                .isEqualTo("./streamfleet app --terraform");
    }

    /** A folder with the project's cdktf.json, whose launcher is this build. */
    private static Path folder(String name) {
        Path folder = Project.scratch(name);
        Project.write(folder.resolve("cdktf.json"), Project.read(Project.root().resolve("cdktf.json")));
        App.in(folder).launcher();
        try {
            Files.createSymbolicLink(folder.resolve("stacks"), Project.root().resolve("stacks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static App.Result cdktf(Path folder, String spec, String... arguments) {
        Map<String, String> environment =
                Map.of("CHECKPOINT_DISABLE", "1", "NO_COLOR", "1", "CI", "1", "STREAMFLEET_SPEC", spec);
        return new App(folder, List.of(), environment).program(CDKTF.toString(), arguments);
    }
}
