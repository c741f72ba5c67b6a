package io.streamfleet.stacks;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Answers an unexpected exception in one line; the trace is shown only where it is asked for. */
final class Failure implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("streamfleet: failed: " + oneLine(exception));
        Streamfleet top = (Streamfleet) command.getCommandSpec().root().userObject();
        if (top.debug()) {
            exception.printStackTrace(err);
        } else {
            err.println("streamfleet: run it again with --debug for the trace");
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String oneLine(Exception exception) {
        String message = exception.getMessage();
        String words = message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
        return words.strip().lines().findFirst().orElse("");
    }
}
