package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program that a test needs. Where the machine has not got it the test is skipped; with STREAMFLEET_NO_SKIP=1 in the
 * environment it fails.
 */
final class Tool {
    record Result(int status, String output) {}

    private Tool() {}

    static void needs(String program, String how) {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (isThere) {
            return;
        }
        String message = "needs " + program + ": " + how;
        if ("1".equals(System.getenv("STREAMFLEET_NO_SKIP"))) {
            fail(message);
        }
        abort(message);
    }

    static Result run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("streamfleet", ".out");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            process.waitFor();
        }
        String text = Files.readString(output, UTF_8);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }
}
