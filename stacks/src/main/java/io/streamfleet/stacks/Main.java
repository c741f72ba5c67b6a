package io.streamfleet.stacks;

import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit status: 0 fine, 1 refused or failed, 2 wrong usage.
     *
     * @param arguments the command and what it works on
     */
    public static void main(String[] arguments) {
        System.exit(run(new StandardStream(FileDescriptor.out), new StandardStream(FileDescriptor.err), arguments));
    }

    /** Runs one command on the given streams; a result that was lost on its way is a failure. */
    static int run(StandardStream results, StandardStream words, String... arguments) {
        PrintWriter out = utf8(results);
        PrintWriter err = utf8(words);
        int status = run(out, err, arguments);
        out.flush();
        if (results.loss().isPresent()) {
            Words.say(
                    err,
                    "the result could not be written to stdout: "
                            + results.loss().get());
            status = Math.max(status, 1);
        }
        err.flush();
        return status;
    }

    /** Runs one command within this process: results to {@code out}, words to {@code err}; answers the exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(out, err).execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Streamfleet(), CommandLine.defaultFactory())
                .addSubcommand("help", new HelpCommand());
        command.getSubcommands().get("help").getCommandSpec().usageMessage().hidden(true);
        return command.registerConverter(Path.class, new PathArgument())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failure());
    }

    /** The same bytes whatever the locale, which otherwise decides about the encoding. */
    private static PrintWriter utf8(StandardStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
