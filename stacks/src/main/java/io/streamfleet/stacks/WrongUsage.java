package io.streamfleet.stacks;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong arguments in one line that says what is wrong, and one that says where to read on. */
final class WrongUsage implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        Words.say(err, words(exception));
        suggestions(exception).ifPresent(line -> Words.say(err, line));
        Words.say(err, "try '" + command.getCommandSpec().qualifiedName() + " --help'");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static Optional<String> suggestions(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return Optional.of("did you mean " + unmatched.getSuggestions().get(0) + "?");
        }
        return Optional.empty();
    }

    private static String words(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return "unknown command or option "
                    + unmatched.getUnmatched().stream()
                            .map(argument -> "'" + argument + "'")
                            .collect(Collectors.joining(" "));
        }
        return lowerFirst(exception.getMessage());
    }

    private static String lowerFirst(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
