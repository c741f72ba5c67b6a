package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every shipped description, synthesised once for all suites by the app's own command, with one process of the CDK and
 * with the CDK's validation on, as users run it.
 */
final class Shipped {
    private static final Path FOLDER = Project.root().resolve("stacks").resolve("specs");

    private static Synthesis synthesis;
    private static boolean failed;

    private Shipped() {}

    /** Returns the files of the shipped descriptions. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every shipped description for AWS with its plan and template. */
    static List<Case> aws() {
        return once().cases();
    }

    /** Returns those with WebRTC: their sessions are as long as streams. */
    static List<Case> awsWithWebRtc() {
        return aws().stream().filter(Case::webrtc).toList();
    }

    /** Returns one of them. */
    static Case aws(String name) {
        return aws().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shipped description " + name));
    }

    /** Returns the folder of the cloud assembly that holds them all. */
    static Path assembly() {
        return once().assembly();
    }

    /** Returns what the command said on stderr and stdout while it wrote them. */
    static String said() {
        return once().said();
    }

    private record Synthesis(Path assembly, String said, List<Case> cases) {}

    /** Runs when first asked for, so that suites without templates do not wait; what fails is told in full once. */
    private static synchronized Synthesis once() {
        if (synthesis == null) {
            if (failed) {
                throw new AssertionError("the shipped descriptions give no templates: see the first failure");
            }
            failed = true;
            synthesis = synth();
        }
        return synthesis;
    }

    private static Synthesis synth() {
        Path out = Project.scratch("shipped");
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said, true);
        int status = Main.run(words, words, "synth", "-o", out.toString());
        assertThat(status).as("exit status of synth, which said: " + said).isZero();
        Path assembly = out.resolve("cdk.out");
        return new Synthesis(
                assembly,
                said.toString(),
                files().stream().map(file -> read(file, assembly)).toList());
    }

    private static Case read(Path file, Path assembly) {
        ClusterPlan plan = ClusterPlan.of(SpecReader.read(file).spec());
        String name = file.getFileName().toString().replace(".yaml", "");
        Path template = assembly.resolve(plan.name() + ".template.json");
        return new Case(name, file, plan, new Template(Json.read(template)));
    }
}
