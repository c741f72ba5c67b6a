package io.streamfleet.stacks;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.reader.Description;
import java.io.PrintWriter;
import java.util.Collection;

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

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void tell(Violation violation, PrintWriter err) {
        say(err, (violation.isError() ? "" : "warning: ") + violation.message());
    }
}
