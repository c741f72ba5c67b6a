package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.Boot;
import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.boot.BootFile;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.test.Needs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every boot file of every shipped description, judged by the tools of those who would run it. */
class StaticChecksTest {
    /** Compiles for the oldest Python that servers may have, and for this one. */
    private static final String COMPILE = """
            import ast, sys, warnings
            warnings.simplefilter('error')
            for name in sys.argv[1:]:
                with open(name, encoding='utf-8') as file:
                    text = file.read()
                ast.parse(text, name, feature_version=(3, 8))
                compile(text, name, 'exec')
            """;

    @TempDir
    Path folder;

    static Stream<Path> shipped() {
        return Descriptions.all().stream();
    }

    static Stream<Path> cloudConfigs() {
        return shipped()
                .filter(description -> tier(description).document().carrier() != BootCarrier.GOOGLE_STARTUP_SCRIPT);
    }

    private static TierPlan tier(Path description) {
        return ClusterPlan.of(SpecReader.read(description).spec()).tier("streamManager");
    }

    private List<Path> written(Boot boot, String ending) {
        var paths = new ArrayList<Path>();
        for (BootFile file : boot.files()) {
            if (file.path().endsWith(ending)) {
                Path path = folder.resolve(file.path().substring(1));
                paths.add(Tool.write(path, file.content().render(Descriptions::value)));
            }
        }
        assertThat(paths).as("boot files that end in " + ending).isNotEmpty();
        return paths;
    }

    private void clean(List<String> command, List<Path> files) {
        var all = new ArrayList<>(command);
        files.forEach(file -> all.add(file.toString()));
        assertThat(Tool.run(folder, Map.of(), all)).isEqualTo(new Tool.Result(0, "", ""));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void python_compiles_alsoFor38(Path description) {
        Needs.program("python3", "apt-get install python3");
        List<Path> programs = written(tier(description).boot(), ".py");

        clean(List.of("python3", "-B", "-c", COMPILE), programs);
        clean(List.of("python3", "-m", "py_compile"), programs);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shell_isWellFormedAndClean(Path description) {
        Needs.program("bash", "apt-get install bash");
        Needs.program("shellcheck", "apt-get install shellcheck");
        List<Path> scripts = new ArrayList<>();
        Boot boot = tier(description).boot();
        Stream.concat(boot.early().stream(), boot.late().stream())
                .filter(command -> command.contains("-c") && command.contains("sh"))
                .forEach(command -> scripts.add(Tool.write(
                        folder.resolve("script-" + scripts.size() + ".sh"),
                        "#!/bin/sh\n" + command.get(command.indexOf("-c") + 1))));

        if (boot.carrier() == BootCarrier.GOOGLE_STARTUP_SCRIPT) {
            scripts.add(Tool.write(
                    folder.resolve("startup-script"), BootDocument.of(boot).render(Descriptions::value)));
        }
        assertThat(scripts).isNotEmpty();
        clean(List.of("bash", "-n"), scripts);
        clean(List.of("shellcheck"), scripts);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void units_systemd_findsNothingWrong(Path description) {
        Needs.program("systemd-analyze", "apt-get install systemd");
        Boot boot = tier(description).boot();
        List<Path> units = new ArrayList<>(written(boot, ".service"));
        written(boot, ".conf");
        Path system = folder.resolve("etc/systemd/system");
        units.add(Tool.write(
                system.resolve("red5pro.service"),
                Tool.resource("vendor/red5pro.service").replace("/usr/local/red5pro/red5.sh", "/bin/true")));
        var command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        units.forEach(unit -> command.add(unit.toString()));

        assertThat(Tool.run(folder, Map.of("SYSTEMD_UNIT_PATH", system + ":"), command))
                .isEqualTo(new Tool.Result(0, "", ""));
    }

    @ParameterizedTest
    @MethodSource("cloudConfigs")
    void userData_cloudInit_knowsEveryKey(Path description) {
        Needs.program("cloud-init", "apt-get install cloud-init");
        Path file = Tool.write(
                folder.resolve("user-data"), tier(description).document().render(Descriptions::value));

        var said = Tool.run(folder, "cloud-init", "schema", "--config-file", file.toString());
        assertThat(said.status()).as(said.all()).isZero();
        assertThat(said.out()).contains("Valid cloud-config");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void document_withTheLongestValues_fits(Path description) {
        BootDocument document = tier(description).document();

        assertThat(document.render(value -> "x".repeat(value.maxLength())).length())
                .isEqualTo(document.maxBytes())
                .isLessThanOrEqualTo(document.carrier().limitBytes());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void document_holdsNoSecret_onlyItsName(Path description) {
        TierPlan tier = tier(description);
        String settings = tier.boot().files().stream()
                .filter(file -> file.path().endsWith("/stream-manager.json"))
                .map(file -> file.content().toString())
                .findFirst()
                .orElseThrow();

        assertThat(settings)
                .contains("\"name\": \"" + tier.secretName() + "\"", "\"cluster.password\": \"clusterPassword\"")
                .doesNotContain("changeme");
        assertThat(tier.boot().files())
                .filteredOn(file -> file.path().endsWith(".json"))
                .allSatisfy(file -> assertThat(file.mode().octal()).isEqualTo("0600"));
    }
}
