package io.streamfleet.stacks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: names its sub-commands and holds the options that all of them take. */
@Command(
        name = "streamfleet",
        description = "Turns one short description of a live-streaming cluster into deployable infrastructure.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:fine", "1:refused or failed; nothing was written", "2:wrong usage"},
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            InitCommand.class,
            ValidateCommand.class,
            PlanCommand.class,
            SynthCommand.class,
            ChecklistCommand.class,
            DiagramCommand.class,
            NodesCommand.class,
            CertificateCommand.class,
            SchemaCommand.class,
            CompletionCommand.class,
            AppCommand.class,
            PartCommand.class,
            WarmUpCommand.class
        })
final class Streamfleet implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "After an unexpected failure, print its trace. STREAMFLEET_DEBUG=1 does the same.")
    private boolean debug;

    @Override
    public Integer call() {
        throw Subcommands.which(spec);
    }

    /** Returns the command itself, of which another one is part. */
    static Streamfleet of(CommandSpec part) {
        return (Streamfleet) part.root().userObject();
    }

    /** Returns whether the trace of an unexpected failure is wanted. */
    boolean debug() {
        return debug || "1".equals(System.getenv("STREAMFLEET_DEBUG"));
    }
}
