package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Stream;
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
                .contains("streamfleet: unknown command 'completoin'")
                .contains("did you mean completion?");
    }

    @Test
    void fails_unknownOption_withStatusTwo() {
        Run run = Run.of("completion", "--fast");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("streamfleet: unknown option '--fast'")
                .contains("streamfleet: try 'streamfleet completion --help'");
    }

    @Test
    void fails_argumentTooMany_namesTheFirst() {
        Run run = Run.of("plan", "live.yaml", "stage.yaml", "more.yaml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        streamfleet: too many arguments, from 'stage.yaml' on
                        streamfleet: try 'streamfleet plan --help'
                        """);
    }

    @Test
    void fails_pathThatTheLocaleCannotWrite_saysSo() {
        Run run = Run.of("plan", "live\0.yaml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "streamfleet: SPEC: got a name with characters that this locale has not; set another, such as"
                                + " LC_ALL=C.UTF-8\n");
    }

    @Test
    void help_asACommand_isThatOfTheOption() {
        assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
        assertThat(Run.of("help", "plan").out())
                .isEqualTo(Run.of("plan", "--help").out());
    }

    /** Lists of commands show the first line alone, and lines are broken by the width of the help. */
    @Test
    void description_ofEachCommand_isOfWholeSentences() {
        all(Main.commandLine(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter())))
                .filter(command -> !command.getCommandName().equals("help"))
                .forEach(command -> assertThat(
                                command.getCommandSpec().usageMessage().description())
                        .as(command.getCommandName())
                        .isNotEmpty()
                        .allMatch(line -> line.matches("[A-Z].*[.]|.*\\$schema=streamfleet.schema.json")));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(StreamfleetTest::all));
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
