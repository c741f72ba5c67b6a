package io.streamfleet.stacks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds what is done with the nodes that Stream Managers launch. */
@Command(
        name = "nodes",
        description = {
            "Show, apply, watch, drain and delete the nodes that Stream Managers launch.",
            "All but show speak with the Stream Managers' REST API; the token of its administrator comes from the"
                    + " environment or a file, and is in no output."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet nodes show live.yaml",
            "  streamfleet nodes apply live.yaml --endpoint https://live.example.com",
            "  streamfleet nodes status live.yaml --endpoint https://live.example.com"
        },
        subcommands = {
            NodesShowCommand.class,
            NodesApplyCommand.class,
            NodesStatusCommand.class,
            NodesDrainCommand.class,
            NodesDeleteCommand.class
        })
final class NodesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw Subcommands.which(spec);
    }
}
