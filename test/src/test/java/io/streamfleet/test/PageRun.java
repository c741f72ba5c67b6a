package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the blocks of one page, in a folder where the project's descriptions are at hand.
 *
 * <ul>
 *   <li>{@code validate}: a description that nothing refuses.
 *   <li>{@code refused, with line N: TEXT}: the lines are all that is said of the last description once this line is put
 *       into it as its Nth.
 *   <li>{@code compile}: a Java class that compiles against the published modules.
 *   <li>{@code synth}: one that does, and whose {@code main} writes a template or a stack.
 *   <li>{@code run}: console lines; those that begin with {@code $ ./streamfleet} must succeed, and where lines follow one,
 *       its output must hold them in this order, {@code ...} standing for what is left out.
 *   <li>{@code run with a Stream Manager}: the same, where {@code https://live.example.com} is one on loopback, which lasts as
 *       long as the page.
 *   <li>{@code output of COMMAND}: what {@code ./streamfleet COMMAND} writes to stdout, to the byte.
 *   <li>{@code skip, REASON}: nothing.
 * </ul>
 *
 * <p>A block without a comment is one to read: it may be {@code text}, and nothing else.
 */
final class PageRun {
    private static final String KNOWN =
            "; say how it is tested: <!-- test: validate | refused, with line N: TEXT | compile"
                    + " | synth | run | run with a Stream Manager | output of COMMAND | skip, REASON --> (PageRun has the list)";
    private static final String ENDPOINT = "https://live.example.com";
    private static final String TOKEN = "token-of-a-page";
    private static final Pattern REFUSED = Pattern.compile("refused, with line (\\d+): (.*)");
    private static final Pattern OUTPUT = Pattern.compile("output of (.+)");
    private static final Pattern SKIP = Pattern.compile("skip, .{10,}");
    private static final Pattern MAIN_CLASS = Pattern.compile("(?:class|record|interface) (\\w+)");

    private final String page;
    private final Path folder;
    private String lastDescription = "";
    private int programs;
    private LoopbackStreamManager streamManager;

    PageRun(String page, Path folder) {
        this.page = page;
        this.folder = folder;
        for (String shared : List.of("stacks", "cdk.json")) {
            try {
                Files.createSymbolicLink(folder.resolve(shared), Project.root().resolve(shared));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void check(Block block) {
        String test = block.test().orElse("");
        Matcher refused = REFUSED.matcher(test);
        Matcher output = OUTPUT.matcher(test);
        if (test.equals("validate")) {
            validate(block);
        } else if (refused.matches()) {
            refuse(block, Integer.parseInt(refused.group(1)), refused.group(2));
        } else if (test.equals("compile")) {
            compile(block);
        } else if (test.equals("synth")) {
            synth(block);
        } else if (test.equals("run") || test.equals("run with a Stream Manager")) {
            runLines(block);
        } else if (output.matches()) {
            assertThat(runs("./streamfleet " + output.group(1)).out())
                    .as(where(block))
                    .isEqualTo(block.text());
        } else if (test.startsWith("skip")) {
            assertThat(test)
                    .as(where(block) + ": a skip names its reason, after a comma")
                    .matches(SKIP);
        } else if (!(test.isEmpty() && block.language().equals("text"))) {
            fail(where(block) + KNOWN);
        }
    }

    private String where(Block block) {
        return page + ", " + block;
    }

    private void validate(Block block) {
        lastDescription = block.text();
        try {
            assertThat(SpecReader.parse("live.yaml", block.text()).warnings())
                    .as(where(block))
                    .isEmpty();
        } catch (InvalidSpecException e) {
            fail(where(block) + " is refused: " + e.getMessage());
        }
        Project.write(folder.resolve("live.yaml"), block.text());
    }

    private void refuse(Block block, int line, String text) {
        List<String> lines = lastDescription.lines().collect(Collectors.toList());
        lines.add(line - 1, text);
        assertThatThrownBy(() -> SpecReader.parse("live.yaml", String.join("\n", lines) + "\n"))
                .as(where(block))
                .isInstanceOf(InvalidSpecException.class)
                .satisfies(refusal -> assertThat(((InvalidSpecException) refusal)
                                .violations().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("\n", "", "\n")))
                        .isEqualTo(block.text()));
    }

    private void runLines(Block block) {
        String command = "";
        StringBuilder shown = new StringBuilder();
        for (String line : block.text().lines().toList()) {
            if (line.startsWith("$ ")) {
                runCommand(block, command, shown.toString());
                command = line.substring(2);
                shown.setLength(0);
            } else {
                shown.append(line).append('\n');
            }
        }
        runCommand(block, command, shown.toString());
    }

    private void runCommand(Block block, String command, String shown) {
        if (command.isEmpty()) {
            assertThat(shown).as(where(block) + ": commands begin with $").isBlank();
            return;
        }
        assertThat(command)
                .as(where(block) + ": only the app is run here; skip others")
                .startsWith("./streamfleet ");
        String said = runs(command).out();
        for (String part : shown.split("(?m)^ *\\.\\.\\.$\\n?")) {
            assertThat(said).as(where(block) + ": " + command).contains(part.stripTrailing());
        }
    }

    private App.Result runs(String command) {
        App.Result result = command.contains(ENDPOINT)
                ? new App(folder, List.of(), Map.of("STREAMFLEET_TOKEN", TOKEN))
                        .shell(command.replace(ENDPOINT, streamManager().endpoint()))
                : App.in(folder).shell(command);
        assertThat(result.status()).as(command + " said: " + result.err()).isZero();
        return result;
    }

    private LoopbackStreamManager streamManager() {
        if (streamManager == null) {
            streamManager = LoopbackStreamManager.start("4.0", TOKEN);
            streamManager.looksUntilInService(1);
        }
        return streamManager;
    }

    /** Ends what the page has started. */
    void end() {
        if (streamManager != null) {
            streamManager.close();
        }
    }

    private Program compile(Block block) {
        Matcher main = MAIN_CLASS.matcher(block.text());
        assertThat(main.find()).as(where(block) + ": a whole class").isTrue();
        Program program = new Program(folder.resolve("program" + ++programs), main.group(1), block.text());
        assertThat(program.compile()).as(where(block)).isEmpty();
        return program;
    }

    private void synth(Block block) {
        Program program = compile(block);
        App.Result result = program.run(folder);
        assertThat(result.status()).as(where(block) + " said: " + result.err()).isZero();
        assertThat(Project.filesBelow(program.folder())).as(where(block)).anyMatch(file -> file.toString()
                .matches(".*(\\.template|/cdk\\.tf)\\.json"));
    }
}
