package io.streamfleet.stacks;

import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command answers that only holds others. */
final class Subcommands {
    private Subcommands() {}

    /** Returns the question which of them is meant, with the names that people use. */
    static ParameterException which(CommandSpec command) {
        String of = command.parent() == null ? "" : " of " + command.name();
        String names = command.subcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return new ParameterException(command.commandLine(), "which command" + of + "? " + names);
    }
}
