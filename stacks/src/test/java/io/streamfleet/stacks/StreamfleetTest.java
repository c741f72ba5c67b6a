package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class StreamfleetTest {
    @Test
    void help_withoutMore_namesCommandsAndExitStatuses() {
        Run run = Run.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: streamfleet [-hV] [--debug] COMMAND")
                .contains("completion")
                .contains("2   wrong usage")
                .doesNotContain("warm-up");
    }

    @Test
    void version_asBuilt_isTheProjectsNumber() {
        Run run = Run.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("streamfleet \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void fails_noCommand_withStatusTwoAndTheirNames() {
        Run run = Run.of();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("streamfleet: which command?")
                .contains("completion")
                .contains("streamfleet: try 'streamfleet --help'")
                .doesNotContain("warm-up");
    }

    @Test
    void fails_unknownCommand_withStatusTwoAndTheNearest() {
        Run run = Run.of("completoin");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("streamfleet: unknown command or option 'completoin'")
                .contains("did you mean completion?");
    }

    @Test
    void fails_unknownOption_withStatusTwo() {
        Run run = Run.of("completion", "--fast");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("streamfleet: unknown command or option '--fast'")
                .contains("streamfleet: try 'streamfleet completion --help'");
    }

    @Test
    void help_ofEachCommand_saysWhatItDoes() {
        CommandSpec spec = new CommandLine(new Streamfleet()).getCommandSpec();
        for (CommandLine command : spec.subcommands().values()) {
            if (command.getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            Run run = Run.of(command.getCommandName(), "--help");
            assertThat(run.status()).as(command.getCommandName()).isZero();
            assertThat(run.out())
                    .as(command.getCommandName())
                    .contains("Usage: streamfleet " + command.getCommandName())
                    .contains("Examples:")
                    .contains("Exit status:");
        }
    }
}
