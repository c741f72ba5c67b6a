package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds that the CDK's own command gives what {@code ./streamfleet synth} gives. The app is started from this build, not by
 * the launcher, which has a suite of its own and would build it once more.
 */
class CdkCommandTest {
    private static final Path CDK =
            Project.root().resolve("node_modules").resolve(".bin").resolve("cdk");

    private static final Path LAUNCHER = App.in(Project.scratch("cdk-app")).launcher();

    @BeforeAll
    static void needsTheCommand() {
        Needs.file(CDK, "npm ci");
        Needs.program("node", "see https://nodejs.org/en/download");
    }

    @Test
    @DisplayName("cdk synth -c spec=PATH writes the template of ./streamfleet synth")
    void cdkSynth_ofOneDescription_writesTheSameTemplate() {
        Path out = Project.scratch("cdk-synth");
        App.Result result = cdk("synth", "--quiet", "-c", "spec=stacks/specs/red5-aws.yaml", "-o", out.toString());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Project.read(out.resolve("live.template.json")))
                .isEqualTo(Project.read(Shipped.assembly().resolve("live.template.json")));
        assertThat(out.resolve("small.template.json")).doesNotExist();
    }

    @Test
    @DisplayName("cdk ls names a stack for every shipped description")
    void cdkLs_withoutDescription_namesAllShipped() {
        Path out = Project.scratch("cdk-ls");
        App.Result result = cdk("ls", "-o", out.toString());

        assertThat(result.status()).as(result.err()).isZero();
        List<String> names =
                Shipped.aws().stream().map(each -> each.plan().name()).toList();
        assertThat(result.out().lines()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @DisplayName("cdk synth of a refused description prints the refusal alone, no trace")
    void fails_cdkSynthOfRefusedDescription_printsTheRefusal() {
        Path folder = Project.scratch("cdk-refused");
        Path spec = folder.resolve("bad.yaml");
        Project.write(spec, Project.read(Shipped.aws("red5-aws").file()).replace("min: 2, max: 6", "min: 7, max: 6"));
        App.Result result = cdk(
                "synth",
                "--quiet",
                "-c",
                "spec=" + spec,
                "-o",
                folder.resolve("out").toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("streamManager.group").doesNotContain("\tat io.streamfleet");
        assertThat(folder.resolve("out").resolve("live.template.json")).doesNotExist();
    }

    @Test
    @DisplayName("cdk.json starts the app by the launcher")
    void cdkJson_app_isTheLauncher() {
        assertThat(Json.read(Project.root().resolve("cdk.json")).path("app").asText())
                .isEqualTo("./streamfleet app");
    }

    private static App.Result cdk(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--app", LAUNCHER + " app"));
        all.addAll(List.of(arguments));
        return new App(
                        Project.root(),
                        List.of(),
                        Map.of("CDK_DISABLE_CLI_TELEMETRY", "1", "NO_COLOR", "1", "CI", "1", "CDK_VALIDATION", "false"))
                .program(CDK.toString(), all.toArray(String[]::new));
    }
}
