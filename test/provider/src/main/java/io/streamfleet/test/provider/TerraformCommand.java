package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code terraform} of this machine, and whether it is new enough. */
public final class TerraformCommand {
    /** How to get it, for who has none. */
    public static final String HOW =
            "Terraform 1.11 or newer, see https://developer.hashicorp.com/terraform/install; or OpenTofu 1.11 or newer,"
                    + " with STREAMFLEET_TERRAFORM=tofu in the environment";

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
    private static final Duration MOST = Duration.ofMinutes(2);

    /** What a process said, and how it ended. */
    public record Result(int status, String out, String err) {
        /** Returns this where the process ended well, and else fails with all it said. */
        public Result orFail() {
            if (status != 0) {
                throw new AssertionError("status " + status + ": " + out + err);
            }
            return this;
        }
    }

    private TerraformCommand() {}

    /** Returns the command: what STREAMFLEET_TERRAFORM in the environment says, {@code terraform} otherwise. */
    public static String name() {
        return Optional.ofNullable(System.getenv("STREAMFLEET_TERRAFORM"))
                .filter(name -> !name.isBlank())
                .orElse("terraform");
    }

    /** Tells whether the command is there, and new enough for values that it keeps in neither plan nor state. */
    public static boolean isThere() {
        return Once.IS_THERE;
    }

    private static final class Once {
        private static final boolean IS_THERE = isNewEnough();
    }

    private static boolean isNewEnough() {
        boolean isOnPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name())));
        if (!isOnPath) {
            return false;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Result said = run(temporary, Map.of("CHECKPOINT_DISABLE", "1"), List.of(name(), "version", "-json"));
        return said.status() == 0 && isNewEnough(said.out());
    }

    private static boolean isNewEnough(String json) {
        try {
            Matcher version = VERSION.matcher(
                    new ObjectMapper().readTree(json).path("terraform_version").asText());
            return version.matches()
                    && (Integer.parseInt(version.group(1)) > 1 || Integer.parseInt(version.group(2)) >= 11);
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program, which must end within two minutes, with nothing to read. */
    public static Result run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("terraform", ".out");
            Path err = Files.createTempFile("terraform", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // Whoever runs the tests may have settings of Terraform of their own.
            builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
            builder.environment().putAll(environment);
            try {
                int status = await(builder.start(), command);
                return new Result(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process process, List<String> command) {
        try {
            if (process.waitFor(MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("not done after " + MOST.toMinutes() + " minutes: " + String.join(" ", command));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
