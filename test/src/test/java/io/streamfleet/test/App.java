package io.streamfleet.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The app in a process of its own, with a machine made to order: JVM options, environment, working directory.
 *
 * @param folder the working directory
 * @param options options of the JVM
 * @param environment what is added to this process's environment
 */
record App(Path folder, List<String> options, Map<String, String> environment) {
    private static final int MINUTES = 5;

    /** What a process said and how it ended. */
    record Result(int status, String out, String err) {}

    static App in(Path folder) {
        return new App(folder, List.of(), Map.of());
    }

    /** Runs one command of the app. */
    Result run(String... arguments) {
        return run(command(arguments));
    }

    /** Returns what a process that runs one command of the app is started by. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts fastest, as the launcher does it.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(
                List.of("-Dstreamfleet.home=" + Project.root(), "-cp", classPath(), "io.streamfleet.stacks.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs another program in the same room. */
    Result program(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a line of a shell, in which {@code ./streamfleet} is this app. */
    Result shell(String line) {
        launcher();
        return run(List.of("sh", "-c", line));
    }

    /** Puts {@code streamfleet} into the folder: this app, as its launcher would start it. */
    Path launcher() {
        Path launcher = folder.resolve("streamfleet");
        Project.write(
                launcher,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC '-Dstreamfleet.home=" + Project.root() + "' -cp '"
                        + classPath() + "' io.streamfleet.stacks.Main \"$@\"\n");
        if (!launcher.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make executable: " + launcher);
        }
        return launcher;
    }

    private Result run(List<String> command) {
        try {
            Path out = Files.createTempFile("app", ".out");
            Path err = Files.createTempFile("app", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            Map<String, String> all = new LinkedHashMap<>(environment);
            all.putIfAbsent("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
            builder.environment().putAll(all);
            int status = end(builder.start());
            Result result = new Result(
                    status,
                    new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                    new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int end(Process process) {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("not ended after " + MINUTES + " minutes: " + process.info());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Surefire hands the class path over in a jar's manifest; this property has it in full. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
