package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Says what a suite needs of the machine. Where it is missing the suite is skipped, by name and with how to get it; with
 * STREAMFLEET_NO_SKIP=1 in the environment, as {@code .ci/run} sets it, it fails instead.
 */
final class Tools {
    private Tools() {}

    /** What the boot programs and their parts need. */
    static void forBoots() {
        program("python3", "apt-get install python3");
        program("openssl", "apt-get install openssl");
        program("mysql", MariaDb.HOW);
        program("mysql_install_db", MariaDb.HOW);
    }

    /** The Python that the PATH leads to: itself, since a manager of versions would add its own time to every start. */
    static Path python() {
        return Once.PYTHON;
    }

    private static final class Once {
        private static final Path PYTHON = Path.of(Tool.run(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        "python3",
                        "-c",
                        "import sys; print(sys.executable)")
                .orFail()
                .out()
                .strip());
        private static final boolean MOUNTS = Tool.run(
                                Path.of(System.getProperty("java.io.tmpdir")),
                                "unshare",
                                "--mount",
                                "mount",
                                "-t",
                                "tmpfs",
                                "tmpfs",
                                "/mnt")
                        .status()
                == 0;
    }

    /** Needs a program on the PATH. */
    static void program(String program, String how) {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        that(isThere, program, how);
    }

    /** Needs to be root. */
    static void root() {
        that("root".equals(System.getProperty("user.name")), "root", "run as root");
    }

    /** Needs name spaces of its own to mount in. */
    static void namespaces() {
        program("unshare", "apt-get install util-linux");
        that(Once.MOUNTS, "mounts in a name space of its own", "run as root, in a container with CAP_SYS_ADMIN");
    }

    /** Needs what a machine in name spaces is made of. */
    static void machines() {
        namespaces();
        program("nsenter", "apt-get install util-linux");
        program("cloud-init", "apt-get install cloud-init");
        that(Files.isExecutable(Path.of("/lib/systemd/systemd")), "systemd", "apt-get install systemd");
        that(
                Tool.read(Path.of("/proc/filesystems")).contains("\toverlay\n"),
                "overlay",
                "a kernel with overlay file systems");
    }

    static void that(boolean isThere, String what, String how) {
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
