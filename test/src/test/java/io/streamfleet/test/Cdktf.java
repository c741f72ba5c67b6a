package io.streamfleet.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * cdktf's own command, in a folder with the project's {@code cdktf.json}, where {@code ./streamfleet} is this build.
 *
 * @param folder where it runs
 * @param environment what is added to its environment
 */
record Cdktf(Path folder, Map<String, String> environment) {
    private static final Path COMMAND =
            Project.root().resolve("node_modules").resolve(".bin").resolve("cdktf");

    /** Needs the command, and what it starts. */
    static void needed() {
        Needs.file(COMMAND, "npm ci");
        Needs.program("node", "see https://nodejs.org/en/download");
        Terraform.needed();
    }

    static Cdktf in(String suite) {
        return in(suite, Map.of());
    }

    static Cdktf in(String suite, Map<String, String> environment) {
        Path folder = Project.scratch(suite);
        Project.write(folder.resolve("cdktf.json"), Project.read(Project.root().resolve("cdktf.json")));
        App.in(folder).launcher();
        try {
            Files.createSymbolicLink(folder.resolve("stacks"), Project.root().resolve("stacks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cdktf(folder, environment);
    }

    /**
     * Runs a command of it.
     *
     * @param description the file that STREAMFLEET_SPEC names; empty for all that are shipped
     */
    App.Result run(String description, String... arguments) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(Map.of("CHECKPOINT_DISABLE", "1", "NO_COLOR", "1", "CI", "1", "STREAMFLEET_SPEC", description));
        return new App(folder, List.of(), all).program(COMMAND.toString(), arguments);
    }
}
