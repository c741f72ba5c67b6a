package io.streamfleet.stacks;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.reader.Description;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What is said beside the result: to stderr, each line marked as ours. */
final class Words {
    private Words() {}

    static void say(PrintWriter err, String line) {
        err.println("streamfleet: " + line);
    }

    static void warnings(Collection<Description> descriptions, PrintWriter err) {
        descriptions.forEach(description -> description.warnings().forEach(warning -> tell(warning, err)));
    }

    static void refused(InvalidSpecException refusal, PrintWriter err) {
        refusal.violations().forEach(violation -> tell(violation, err));
        long errors = refusal.violations().stream().filter(Violation::isError).count();
        say(err, "refused: " + count(errors, "error") + "; nothing was written");
    }

    /** Returns how to mark a heading: bold where the command writes to a terminal that has it. */
    static UnaryOperator<String> heading(CommandSpec command) {
        Ansi ansi = command.commandLine().getColorScheme().ansi();
        return text -> ansi.string("@|bold " + text + "|@");
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void tell(Violation violation, PrintWriter err) {
        say(err, (violation.isError() ? "" : "warning: ") + violation.message());
    }
}
