package io.streamfleet.stacks;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Says which part of the app a command line needs that is not there, so that the launcher builds it in one go with the app. */
@Command(
        name = "part",
        hidden = true,
        description = "Print terraform where a command needs the part for Google Cloud and Azure and it is not there.")
final class PartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "The command and what it works on, after --.")
    private List<String> line = List.of();

    @Override
    public Integer call() {
        ParseResult parsed = new CommandLine(new Streamfleet()).parseArgs(line.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        boolean runs = !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested();
        if (runs
                && parsed.commandSpec().userObject() instanceof NeedsClouds command
                && TerraformPart.isMissing(command.clouds())) {
            spec.commandLine().getOut().println(TerraformPart.NAME);
        }
        return 0;
    }
}
