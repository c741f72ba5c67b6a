package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureTest {
    @Command(name = "break")
    static final class Break implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("the disk is full\nand more");
        }
    }

    @Test
    void fails_unexpectedly_inOneLineWithoutTrace() {
        Run run = runBreaking("break");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "streamfleet: failed: the disk is full",
                        "streamfleet: run it again with --debug for the trace");
    }

    @Test
    void fails_unexpectedlyWithDebug_showsTheTrace() {
        Run run = runBreaking("break", "--debug");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("java.lang.IllegalStateException: the disk is full")
                .contains("\tat ");
    }

    private static Run runBreaking(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine top = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
        top.addSubcommand(new Break());
        // A command that is added later inherits neither streams nor handlers.
        CommandLine added = top.getSubcommands().get("break");
        added.setOut(top.getOut()).setErr(top.getErr());
        added.setExecutionExceptionHandler(top.getExecutionExceptionHandler());
        return new Run(top.execute(arguments), out.toString(), err.toString());
    }
}
