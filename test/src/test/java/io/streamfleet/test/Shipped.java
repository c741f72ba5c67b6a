package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
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
import java.util.Map;
import java.util.stream.Collectors;
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
        return once().aws();
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

    /** Returns every shipped description for a cloud that goes by Terraform, with its plan and stack. */
    static List<TerraformCase> terraform() {
        return once().terraform();
    }

    /** Returns those for Google Cloud. */
    static List<TerraformCase> google() {
        return terraform().stream()
                .filter(each -> each.plan().cloud() == Cloud.GOOGLE)
                .toList();
    }

    /** Returns one of them. */
    static TerraformCase google(String name) {
        return named(google(), name);
    }

    /** Returns those for Azure. */
    static List<TerraformCase> azure() {
        return terraform().stream()
                .filter(each -> each.plan().cloud() == Cloud.AZURE)
                .toList();
    }

    /** Returns one of them. */
    static TerraformCase azure(String name) {
        return named(azure(), name);
    }

    private static TerraformCase named(List<TerraformCase> cases, String name) {
        return cases.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shipped description " + name));
    }

    /** Returns the folder that the command wrote into. */
    static Path output() {
        return once().output();
    }

    /** Returns the folder of the cloud assembly that holds all of AWS. */
    static Path assembly() {
        return output().resolve("cdk.out");
    }

    /** Returns the folder of the stacks for clouds that go by Terraform. */
    static Path stacks() {
        return output().resolve("cdktf.out");
    }

    /** Returns what the command said on stderr and stdout while it wrote them. */
    static String said() {
        return once().said();
    }

    private record Synthesis(Path output, String said, List<Case> aws, List<TerraformCase> terraform) {}

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
        Map<Boolean, List<Planned>> isAws = files().stream()
                .map(Planned::of)
                .collect(Collectors.partitioningBy(each -> each.plan().cloud() == Cloud.AWS));
        return new Synthesis(
                out,
                said.toString(),
                isAws.get(true).stream().map(each -> each.template(out)).toList(),
                isAws.get(false).stream().map(each -> each.stack(out)).toList());
    }

    /** A description and its plan. */
    private record Planned(String name, Path file, ClusterPlan plan) {
        static Planned of(Path file) {
            String name = file.getFileName().toString().replace(".yaml", "");
            return new Planned(name, file, ClusterPlan.of(SpecReader.read(file).spec()));
        }

        Case template(Path output) {
            Path template = output.resolve("cdk.out").resolve(plan.name() + ".template.json");
            return new Case(name, file, plan, new Template(Json.read(template)));
        }

        TerraformCase stack(Path output) {
            Path folder = output.resolve("cdktf.out/stacks").resolve(plan.name());
            return new TerraformCase(name, file, plan, folder, new Stack(Json.read(folder.resolve("cdk.tf.json"))));
        }
    }
}
