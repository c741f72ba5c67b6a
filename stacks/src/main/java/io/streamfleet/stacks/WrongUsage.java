package io.streamfleet.stacks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong arguments in one line that says what is wrong, and one that says where to read on. */
final class WrongUsage implements IParameterExceptionHandler {
    /** How picocli begins the words of a converter. */
    private static final Pattern INVALID_VALUE = Pattern.compile(
            "Invalid value for (?:option '(?<option>[^']+)'|positional parameter at index \\S+ \\((?<label>[^)]+)\\)):"
                    + " (?<why>got .*)");

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
            return unmatched(unmatched.getUnmatched(), exception.getCommandLine());
        }
        Matcher value = INVALID_VALUE.matcher(exception.getMessage());
        return value.matches()
                ? Optional.ofNullable(value.group("option")).orElse(value.group("label")) + ": " + value.group("why")
                : lowerFirst(exception.getMessage());
    }

    private static String unmatched(List<String> arguments, CommandLine command) {
        String first = "'" + arguments.get(0) + "'";
        if (arguments.get(0).startsWith("-")) {
            return "unknown option " + first;
        }
        if (!command.getSubcommands().isEmpty()) {
            return "unknown command " + first;
        }
        return "too many arguments, from " + first + " on";
    }

    private static String lowerFirst(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
