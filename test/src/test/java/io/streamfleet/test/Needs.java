package io.streamfleet.test;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Says what a suite needs beside the JDK and Maven. Where it is missing the suite is skipped, by name and with how to get
 * it; with STREAMFLEET_NO_SKIP=1 in the environment, as {@code .ci/run} sets it, it fails instead.
 */
public final class Needs {
    private Needs() {}

    /** Needs a program on the PATH. */
    public static void program(String program, String how) {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        that(isThere, program, how);
    }

    /** Needs a file, such as what npm installs. */
    public static void file(Path file, String how) {
        that(Files.exists(file), Project.root().relativize(file).toString(), how);
    }

    /** Needs something else of the machine, such as a right. */
    public static void that(boolean isThere, String what, String how) {
        if (isThere) {
            return;
        }
        String message = "needs " + what + ": " + how;
        if ("1".equals(System.getenv("STREAMFLEET_NO_SKIP"))) {
            fail(message);
        }
        abort(message);
    }
}
