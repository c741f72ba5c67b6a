package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs, bounded in time, and small things with files. */
final class Tool {
    private static final File NOTHING = new File("/dev/null");

    /** What a program said; standard output and error are told apart. */
    record Result(int status, String out, String err) {
        String all() {
            return out + err;
        }

        Result orFail() {
            if (status != 0) {
                throw new AssertionError("status " + status + ": " + all());
            }
            return this;
        }
    }

    /** A program that runs. */
    record Running(Process process, Path out, Path err) {
        Result await(Duration most) {
            try {
                if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("not done after " + most + ": " + read(out) + read(err));
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Result(process.exitValue(), read(out), read(err));
        }
    }

    private Tool() {}

    static Running start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "said-", ".out");
            Path err = Files.createTempFile(folder, "said-", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(NOTHING)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result run(Path folder, Map<String, String> environment, List<String> command) {
        Running running = start(folder, environment, command);
        try {
            return running.await(Duration.ofMinutes(2));
        } finally {
            running.out().toFile().delete();
            running.err().toFile().delete();
        }
    }

    static Result run(Path folder, String... command) {
        return run(folder, Map.of(), List.of(command));
    }

    static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The permission bits as three octal digits. */
    static String mode(Path file) {
        try {
            int bits = 0;
            for (var permission : Files.getPosixFilePermissions(file)) {
                bits |= 1 << (8 - permission.ordinal());
            }
            return Integer.toOctalString(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void mode(Path file, String permissions) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this package's resources. */
    static String resource(String name) {
        try (InputStream in = Tool.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
