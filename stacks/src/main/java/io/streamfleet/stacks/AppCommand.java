package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.stacks.synth.Synthesiser;
import io.streamfleet.stacks.synth.Synthesisers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
final class AppCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--terraform", description = "Run as the app of the cdktf command.")
    private boolean terraform;

    @Override
    public Integer call() {
        Synthesiser synthesiser = Synthesisers.of(terraform ? Cloud.GOOGLE : Cloud.AWS)
                .orElseThrow(() ->
                        new Refusal("no description is for a cloud that goes by Terraform; for AWS: npx cdk synth"));
        synthesiser.notUnderItsCommand().ifPresent(words -> {
            throw new ParameterException(spec.commandLine(), words);
        });
        synthesiser.underItsCommand(file -> plans(file, synthesiser));
        return 0;
    }

    /** The description that is named, which must be for a cloud of the command; else all that are. */
    private List<ClusterPlan> plans(Optional<Path> file, Synthesiser synthesiser) {
        PrintWriter err = spec.commandLine().getErr();
        if (file.isEmpty()) {
            return Plans.of(Shipped.specs(), synthesiser.clouds(), err);
        }
        ClusterPlan plan = Plans.of(file.get(), err);
        if (!synthesiser.clouds().contains(plan.cloud())) {
            throw new Refusal(file.get() + ": cloud: got " + plan.cloud().key() + ", which is deployed by "
                    + (terraform ? "npx cdk -c spec=" + file.get() : "STREAMFLEET_SPEC=" + file.get() + " npx cdktf"));
        }
        return List.of(plan);
    }
}
