package io.streamfleet.stacks;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.StreamManagerException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Answers what ends a command early: a refusal in one line for each fault, anything unexpected in one line whose trace is
 * shown only where it is asked for.
 */
final class Failure implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isEnding()) {
            // Whoever stopped this knows, and what fails for it is no news.
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        if (exception instanceof InvalidSpecException refusal) {
            Words.refused(refusal, err);
        } else if (exception instanceof Refusal refusal) {
            refusal.getMessage().lines().forEach(line -> Words.say(err, line));
        } else if (exception instanceof StreamManagerException fault) {
            Words.say(err, fault.getMessage());
        } else {
            Words.say(err, "failed: " + oneLine(exception));
            if (isDebugging(command)) {
                exception.printStackTrace(err);
            } else {
                Words.say(err, "run it again with --debug for the trace");
            }
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Returns whether the process was stopped from outside: no hook is taken any more. */
    private static boolean isEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static boolean isDebugging(CommandLine command) {
        return Streamfleet.of(command.getCommandSpec()).debug();
    }

    private static String oneLine(Exception exception) {
        String message = exception.getMessage();
        String words =
                message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
        return words.strip().lines().findFirst().orElse("");
    }
}
