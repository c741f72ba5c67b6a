package io.streamfleet.stacks;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.stacks.synth.CdkApp;
import java.util.List;
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
        if (terraform) {
            throw new Refusal("no description is for a cloud that goes by Terraform; for AWS: npx cdk synth");
        }
        if (System.getenv("CDK_OUTDIR") == null) {
            throw new ParameterException(
                    spec.commandLine(), "the cdk command runs this; to write templates: streamfleet synth");
        }
        CdkApp.underCdk(file -> Plans.of(
                file.map(List::of).orElseGet(Shipped::specs), spec.commandLine().getErr()));
        return 0;
    }
}
