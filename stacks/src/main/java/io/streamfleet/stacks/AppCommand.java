package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.stacks.synth.Synthesiser;
import io.streamfleet.stacks.synth.Synthesisers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Is the app that {@code cdk.json} and {@code cdktf.json} name: run by their commands, not by people. */
@Command(
        name = "app",
        hidden = true,
        description = "Run as the app of the cdk command, by its environment and -c spec=PATH.",
        footerHeading = "%nExamples:%n",
        footer = {"  npx cdk ls", "  npx cdk synth -c spec=stacks/specs/red5-aws.yaml"})
final class AppCommand implements Callable<Integer>, NeedsClouds {
    @Spec
    private CommandSpec spec;

    @Option(names = "--terraform", description = "Run as the app of the cdktf command.")
    private boolean terraform;

    @Override
    public Integer call() {
        OptionalInt otherRun = TerraformPart.runAgainWhereMissing(clouds(), List.of(), spec);
        return otherRun.isPresent() ? otherRun.getAsInt() : synthesise(Synthesisers.of(cloud()));
    }

    @Override
    public Set<Cloud> clouds() {
        return Set.of(cloud());
    }

    /** One of the clouds of the command that this is the app of. */
    private Cloud cloud() {
        return terraform ? Cloud.GOOGLE : Cloud.AWS;
    }

    private int synthesise(Synthesiser synthesiser) {
        synthesiser.notUnderItsCommand().ifPresent(words -> {
            throw new ParameterException(spec.commandLine(), words);
        });
        synthesiser.prepare(Set.of());
        synthesiser.underItsCommand(file -> plans(file, synthesiser));
        return 0;
    }

    /** The description that is named, which must be for a cloud of the command; else all that are. */
    private List<ClusterPlan> plans(Optional<Path> file, Synthesiser synthesiser) {
        List<Description> descriptions = SpecReader.read(file.map(List::of).orElseGet(Shipped::specs));
        List<Description> own = descriptions.stream()
                .filter(each ->
                        synthesiser.clouds().contains(each.spec().cloud().kind()))
                .toList();
        if (own.isEmpty()) {
            throw new Refusal(notForThisCommand(file));
        }
        return Plans.of(own, spec.commandLine().getErr());
    }

    private String notForThisCommand(Optional<Path> file) {
        String clouds = terraform ? "Google Cloud or Azure" : "AWS";
        if (file.isEmpty()) {
            return "none of the shipped descriptions is for " + clouds;
        }
        return file.get() + ": is not for " + clouds + "; deploy it by: "
                + (terraform
                        ? "npx cdk deploy -c spec=" + file.get()
                        : "STREAMFLEET_SPEC=" + file.get() + " npx cdktf deploy");
    }
}
