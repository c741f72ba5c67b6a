package io.streamfleet.stacks;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command said and how it ended. */
record Run(int status, String out, String err) {
    /** Runs a command in this process, with its streams caught. */
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
