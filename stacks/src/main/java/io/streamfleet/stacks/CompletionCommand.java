package io.streamfleet.stacks;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that completes commands and options in bash and zsh. */
@Command(
        name = "completion",
        description = "Print the completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  In bash or zsh, for this shell:",
            "    source <(streamfleet completion)",
            "  For every new bash:",
            "    streamfleet completion > ~/.local/share/bash-completion/completions/streamfleet"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("streamfleet", spec.root().commandLine()));
        return 0;
    }
}
