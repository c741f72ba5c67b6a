package io.streamfleet.test.boot;

import io.streamfleet.test.Needs;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what the suites of this package need of the machine, beyond single programs. */
final class Tools {
    private Tools() {}

    /** What the boot programs and their parts need. */
    static void forBoots() {
        Needs.program("python3", "apt-get install python3");
        Needs.program("openssl", "apt-get install openssl");
        Needs.program("mysql", MariaDb.HOW);
        Needs.program("mysql_install_db", MariaDb.HOW);
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

    /** Needs to be root. */
    static void root() {
        Needs.that("root".equals(System.getProperty("user.name")), "root", "run as root");
    }

    /** Needs name spaces of its own to mount in. */
    static void namespaces() {
        Needs.program("unshare", "apt-get install util-linux");
        Needs.that(Once.MOUNTS, "mounts in a name space of its own", "run as root, in a container with CAP_SYS_ADMIN");
    }

    /** Needs what a machine in name spaces is made of. */
    static void machines() {
        namespaces();
        Needs.program("nsenter", "apt-get install util-linux");
        Needs.program("cloud-init", "apt-get install cloud-init");
        Needs.that(Files.isExecutable(Path.of("/lib/systemd/systemd")), "systemd", "apt-get install systemd");
        Needs.that(
                Tool.read(Path.of("/proc/filesystems")).contains("\toverlay\n"),
                "overlay",
                "a kernel with overlay file systems");
    }
}
