package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds that cdktf's own command gives what {@code ./streamfleet synth} gives. The app is started from this build, not by
 * the launcher, which has a suite of its own and would build it once more.
 */
class CdktfCommandTest {
    @BeforeAll
    static void needsTheCommand() {
        Cdktf.needed();
    }

    @Test
    @DisplayName(
            "cdktf synth writes the stack of every shipped description for its clouds, and leaves cdktf.json as it is")
    void cdktfSynth_withoutDescription_writesTheSameStacks() {
        Cdktf cdktf = Cdktf.in("cdktf-synth");
        Path folder = cdktf.folder();
        App.Result result = cdktf.run("", "synth");

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        for (TerraformCase each : Shipped.terraform()) {
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
        App.Result result = Cdktf.in("cdktf-list").run("stacks/specs/red5-google.yaml", "list");

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("world").doesNotContain("tiny", "live", "arena");
    }

    @Test
    @DisplayName("cdktf synth of a refused description prints the refusal, no trace")
    void fails_cdktfSynthOfRefusedDescription_printsTheRefusal() {
        Cdktf cdktf = Cdktf.in("cdktf-refused");
        Path folder = cdktf.folder();
        Path spec = folder.resolve("bad.yaml");
        Project.write(
                spec, Project.read(Shipped.google("red5-google").file()).replace("min: 2, max: 6", "min: 7, max: 6"));
        App.Result result = cdktf.run(spec.toString(), "synth");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("streamManager.group").doesNotContain("\tat io.streamfleet");
        assertThat(folder.resolve("cdktf.out/stacks/world")).doesNotExist();
    }

    @Test
    @DisplayName("cdktf synth of a description for AWS says by what it is deployed")
    void fails_cdktfSynthForAws_namesTheOtherCommand() {
        App.Result result = Cdktf.in("cdktf-aws").run("stacks/specs/red5-aws.yaml", "synth");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "stacks/specs/red5-aws.yaml: is not for Google Cloud or Azure; deploy it by: npx cdk deploy -c"
                                + " spec=stacks/specs/red5-aws.yaml");
    }

    @Test
    @DisplayName("cdktf.json starts the app by the launcher")
    void cdktfJson_app_isTheLauncher() {
        assertThat(Json.read(Project.root().resolve("cdktf.json")).path("app").asText())
                .isEqualTo("./streamfleet app --terraform");
    }
}
