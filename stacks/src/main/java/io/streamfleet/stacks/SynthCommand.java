package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.jsii.JsiiProcess;
import io.streamfleet.stacks.nodes.NodeFiles;
import io.streamfleet.stacks.synth.Synthesis;
import io.streamfleet.stacks.synth.Synthesisers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the stacks of descriptions. */
@Command(
        name = "synth",
        description = {
            "Write what the clouds' own commands deploy.",
            "One stack a description, named after it: CloudFormation templates for AWS to DIR/cdk.out, Terraform's JSON for"
                    + " Google Cloud and Azure to DIR/cdktf.out. A folder is replaced as a whole; where anything is"
                    + " refused, all stays as it was.",
            "Beside it, the documents of the nodes go to DIR/nodes/NAME: the Stream Managers' API takes them as they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet synth live.yaml",
            "  streamfleet synth live.yaml stage.yaml -o build",
            "  Then, with the cdk command, from the folder that was written:",
            "    npx cdk deploy -a cdk.out live",
            "  Or for Google Cloud and Azure, which writes it anew:",
            "    STREAMFLEET_SPEC=live.yaml npx cdktf deploy live"
        })
final class SynthCommand implements Callable<Integer>, NeedsClouds {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "SPEC",
            description = "Descriptions, YAML or JSON. Default: the shipped ones, stacks/specs/*.yaml.")
    private List<Path> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where cdk.out, cdktf.out and nodes go. Default: the working directory.")
    private Path directory;

    @Override
    public Integer call() {
        JsiiProcess.start();
        List<Description> descriptions = SpecReader.read(files(), Synthesisers::prepare);
        Set<Cloud> clouds = clouds(descriptions);
        OptionalInt otherRun = TerraformPart.runAgainWhereMissing(clouds, files(), spec);
        if (otherRun.isPresent()) {
            return otherRun.getAsInt();
        }
        return synthesise(descriptions);
    }

    /** A pipe gives its description once, and that to the run itself. */
    @Override
    public Set<Cloud> clouds() {
        return clouds(
                SpecReader.read(files().stream().filter(Files::isRegularFile).toList()));
    }

    private List<Path> files() {
        return files == null ? Shipped.specs() : files;
    }

    private static Set<Cloud> clouds(List<Description> descriptions) {
        return descriptions.stream().map(each -> each.spec().cloud().kind()).collect(Collectors.toSet());
    }

    private int synthesise(List<Description> descriptions) {
        List<ClusterPlan> plans = Plans.of(descriptions, spec.commandLine().getErr());
        Synthesis synthesis = new Synthesis(plans);
        NodeFiles documents = new NodeFiles(directory.resolve("nodes"));
        synthesis.into(directory);
        PrintWriter out = spec.commandLine().getOut();
        plans.forEach(plan -> tell(plan, directory.resolve(synthesis.template(plan)), out));
        plans.forEach(plan -> documents
                .write(plan.spec())
                .ifPresent(written -> out.println("wrote " + written + ": the documents of its nodes")));
        return 0;
    }

    private static void tell(ClusterPlan plan, Path template, PrintWriter out) {
        out.println("wrote " + template + " (" + size(template) + " bytes); what of it costs money:");
        plan.costs().forEach(cost -> out.println("  " + cost.what() + ": " + cost.howMuch()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
