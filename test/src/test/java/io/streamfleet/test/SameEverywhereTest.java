package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.Main;
import io.streamfleet.stacks.jsii.JsiiHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that a description gives the same bytes on every machine, and that nothing of a machine gets into them.
 *
 * <p>Each machine is a process of its own: another language, time zone, encoding, user, home, working directory, folder
 * for temporary files, way of naming the file, and other seeds of hashes: the JDK draws those of its sets and maps anew
 * in each process. Each has other secrets in its environment, too. On one, jsii runs as it comes; on the others as the launcher
 * has it run, where most of its answers are not waited for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameEverywhereTest {
    private static final List<String> SPECS = List.of(
            "red5-aws",
            "red5-aws-existing",
            "red5-aws-scheduled",
            "red5-google",
            "red5-google-existing",
            "red5-azure",
            "red5-azure-existing");

    /** Looks like what people have in their environment; never to be seen again. */
    private static final Map<String, String> CANARIES = Map.of(
            "AWS_ACCESS_KEY_ID", "AKIA" + "CANARYCANARY0001",
            "AWS_SECRET_ACCESS_KEY", "canaryAwsSecret" + "0002zYxWvUtSrQpOnMlKjI",
            "AWS_SESSION_TOKEN", "canaryAwsSession" + "0003",
            "MYSQL_PWD", "canaryMysql" + "0004",
            "STREAMFLEET_CLUSTER_PASSWORD", "canaryCluster" + "0005",
            "AWS_PROFILE", "canary-profile-0006",
            "USER", "canary-user-0007");

    /** The cache of the CDK's code stays, whoever is at home: it would be unpacked anew for each. */
    private static final Path JSII_CACHE = Path.of(System.getProperty("user.home"), ".cache/aws/jsii/package-cache");

    private static final Machine TURKEY =
            new Machine("turkey", List.of("tr", "TR", "nu-latn"), "Asia/Kathmandu", "ISO-8859-1", "C", 0);
    private static final Machine EGYPT = new Machine(
            "egypt", List.of("ar", "EG", "nu-arab"), "Pacific/Kiritimati", "windows-1256", "ar_EG.UTF-8", 2);
    private static final Machine THAILAND = new Machine(
            "thailand", List.of("th", "TH", "ca-buddhist-nu-thai"), "America/St_Johns", "TIS-620", "th_TH.UTF-8", 3);

    private final Path room = Project.scratch("everywhere");
    private final Map<String, Path> outputs = new LinkedHashMap<>();
    private final Map<String, Path> questions = new LinkedHashMap<>();
    private final List<App.Result> results = new ArrayList<>();

    /**
     * A machine that is not this one.
     *
     * @param language its language, country and extensions
     * @param locale what its shell says of the language
     * @param hashCodes how its JVM makes up hash codes of objects
     */
    private record Machine(
            String name, List<String> language, String zone, String encoding, String locale, int hashCodes) {
        App app(Path folder, Path home) {
            Map<String, String> environment = new LinkedHashMap<>(CANARIES);
            environment.put("LC_ALL", locale);
            environment.put("TZ", zone);
            environment.put("HOME", home.toString());
            environment.put("TMPDIR", home.toString());
            environment.put("JSII_RUNTIME_PACKAGE_CACHE_ROOT", JSII_CACHE.toString());
            // Validation adds nothing to a template; the suite about conformance runs it.
            environment.put("CDK_VALIDATION", "false");
            return new App(
                    folder,
                    List.of(
                            "-Duser.language=" + language.get(0),
                            "-Duser.country=" + language.get(1),
                            "-Duser.extensions=" + language.get(2),
                            "-Duser.timezone=" + zone,
                            "-Dfile.encoding=" + encoding,
                            "-Duser.name=canary-user-0008",
                            "-Duser.home=" + home,
                            "-Djava.io.tmpdir=" + home,
                            "-XX:+UnlockExperimentalVMOptions",
                            "-XX:hashCode=" + hashCodes),
                    environment);
        }
    }

    @BeforeAll
    void runOnEveryMachine() throws IOException {
        Path root = Project.root();
        Path linked = Files.createSymbolicLink(room.resolve("linked"), root);
        run(TURKEY.app(root, home(TURKEY)), TURKEY, "stacks/specs/");
        run(asByLauncher(EGYPT, EGYPT.app(room, home(EGYPT))), EGYPT, root + "/stacks/specs/");
        run(asByLauncher(THAILAND, THAILAND.app(linked, home(THAILAND))), THAILAND, "./stacks/../stacks/specs/");
    }

    private Path home(Machine machine) throws IOException {
        return Files.createDirectories(room.resolve(machine.name() + " with a blank"));
    }

    /** Keeps what jsii's program is asked as well. */
    private App asByLauncher(Machine machine, App app) throws IOException {
        Path jsii = home(machine).resolve("jsii");
        JsiiHost.write(jsii);
        Path asked = jsii.resolve("questions");
        Files.writeString(jsii.resolve("run"), """
                #!/bin/sh
                tee '%s' | node --preserve-symlinks '%s'
                """.formatted(asked, jsii.resolve("host.js")));
        questions.put(machine.name(), asked);
        Map<String, String> environment = new LinkedHashMap<>(app.environment());
        environment.put("JSII_RUNTIME", "'" + jsii.resolve("run") + "'");
        return new App(app.folder(), app.options(), environment);
    }

    private void run(App app, Machine machine, String specs) throws IOException {
        Path out = home(machine).resolve("out");
        List<String> arguments = new ArrayList<>(List.of("synth"));
        SPECS.forEach(spec -> arguments.add(specs + spec + ".yaml"));
        arguments.addAll(List.of("-o", out.toString()));
        App.Result result = app.run(arguments.toArray(String[]::new));
        assertThat(result.status())
                .as(machine.name() + " said: " + result.err())
                .isZero();
        results.add(result);
        outputs.put(machine.name(), out);
    }

    @Test
    @DisplayName("five of six answers about Terraform's resources are not waited for")
    void synth_asByTheLauncher_waitsForFewAnswers() throws IOException {
        assertThat(questions).hasSize(2);
        for (Path asked : questions.values()) {
            List<String> aboutResources;
            try (Stream<String> lines = Files.lines(asked)) {
                aboutResources = lines.filter(
                                each -> each.contains("@cdktf/provider-") && !each.contains("\"tarball\""))
                        .toList();
            }
            assertThat(aboutResources).hasSizeGreaterThan(300);
            assertThat(aboutResources.stream().filter(each -> each.startsWith("{")))
                    .hasSizeLessThan(aboutResources.size() / 6);
        }
    }

    @Test
    @DisplayName("the same bytes in every file, whatever the machine")
    void synth_onOtherMachines_writesTheSameBytes() {
        Map<String, Map<String, String>> files = outputs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> filesOf(each.getValue())));

        Map<String, String> first = files.get("turkey");
        assertThat(first.keySet())
                .contains(
                        "cdk.out/manifest.json",
                        "cdk.out/live.template.json",
                        "cdktf.out/manifest.json",
                        "cdktf.out/stacks/world/cdk.tf.json",
                        "cdktf.out/stacks/arena/cdk.tf.json",
                        "nodes/world/nodegroup.json");
        files.forEach((machine, written) -> assertThat(written).as(machine).isEqualTo(first));
    }

    static Stream<String> stacks() {
        return Stream.concat(
                Shipped.aws().stream()
                        .filter(each -> SPECS.contains(each.name()))
                        .map(each -> "cdk.out/" + each.plan().name() + ".template.json"),
                Shipped.terraform().stream()
                        .filter(each -> SPECS.contains(each.name()))
                        .map(each -> "cdktf.out/stacks/" + each.plan().name() + "/cdk.tf.json"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    @DisplayName("the same stack alone, with others, and in this process")
    void synth_inThisProcess_writesTheSameStack(String file) {
        assertThat(Project.read(outputs.get("egypt").resolve(file)))
                .isEqualTo(Project.read(Shipped.output().resolve(file)));
    }

    @Test
    @DisplayName("nothing of the machine in any file: paths, names, times")
    void synth_files_tellNothingOfTheMachine() {
        filesOf(Shipped.output()).forEach((file, text) -> assertThat(text)
                .as(file)
                .doesNotContain(Project.root().toString())
                .doesNotContain(System.getProperty("user.home") + "/")
                .doesNotContain(System.getProperty("java.io.tmpdir") + "/")
                .doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d")
                .doesNotContainPattern("\\b1[6-9]\\d{8}(\\d{3})?\\b"));
        outputs.values().forEach(out -> filesOf(out)
                .forEach((file, text) ->
                        assertThat(text).as(file).doesNotContain("with a blank").doesNotContain(room.toString())));
    }

    @Test
    @DisplayName("no secret of the environment in any file, on stdout or on stderr")
    void synth_secretsOfTheEnvironment_areNowhere() {
        List<String> canaries = new ArrayList<>(CANARIES.values());
        canaries.add("canary");
        outputs.values().forEach(out -> filesOf(out)
                .forEach((file, text) -> assertThat(text).as(file).doesNotContain(canaries)));
        results.forEach(result -> assertThat(result.out() + result.err()).doesNotContain(canaries));
    }

    @Test
    @DisplayName("every command answers the same in every language")
    void commands_inOtherLanguages_sayTheSame() {
        String aws = "stacks/specs/red5-aws-scheduled.yaml";
        String google = "stacks/specs/red5-google-scheduled.yaml";
        String azure = "stacks/specs/red5-azure-scheduled.yaml";
        for (List<String> command : List.of(
                List.of("checklist", aws),
                List.of("checklist", google),
                List.of("checklist", azure),
                List.of("plan", aws),
                List.of("plan", google),
                List.of("plan", azure),
                List.of("diagram", aws),
                List.of("schema"))) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int status =
                    Main.run(new PrintWriter(out, true), new PrintWriter(err, true), command.toArray(String[]::new));
            App.Result there = EGYPT.app(Project.root(), room).run(command.toArray(String[]::new));

            assertThat(status).as(command + " said: " + err).isZero();
            assertThat(there).as(command.toString()).isEqualTo(new App.Result(status, out.toString(), err.toString()));
        }
    }

    private static Map<String, String> filesOf(Path folder) {
        Map<String, String> files = new TreeMap<>();
        Project.filesBelow(folder)
                .forEach(file -> files.put(folder.relativize(file).toString(), Project.read(file)));
        return files;
    }
}
