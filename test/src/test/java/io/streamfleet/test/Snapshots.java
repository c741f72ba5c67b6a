package io.streamfleet.test;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts that are kept in the sources, so that a change of what is emitted shows itself in review. */
final class Snapshots {
    /** What rewrites them all. */
    static final String UPDATE = "mvn -B verify -pl test -am -Dsnapshots.update=true";

    private final Path folder;
    private final boolean update;
    private final Map<Path, String> expected = new TreeMap<>();

    Snapshots(Path folder, boolean update) {
        this.folder = folder;
        this.update = update;
    }

    /** Returns those of the sources; they are rewritten where the system property says so. */
    static Snapshots kept() {
        return new Snapshots(Project.root().resolve("test/snapshots"), Boolean.getBoolean("snapshots.update"));
    }

    /**
     * Adds what is now made.
     *
     * @param name the file's path within the folder
     */
    void add(String name, String text) {
        expected.put(folder.resolve(name), text);
    }

    /** Fails where a file below one of these names is missing, other than what is made now, or made no longer. */
    void check() {
        List<String> problems = new ArrayList<>();
        expected.forEach((file, text) -> compare(file, text, problems));
        for (Path file : Project.filesBelow(folder)) {
            if (!expected.containsKey(file)) {
                problems.add(name(file) + " is made no longer");
                if (update) {
                    delete(file);
                }
            }
        }
        if (!update && !problems.isEmpty()) {
            fail(String.join("\n", problems) + "\nif this is meant, rewrite the snapshots and review the change: "
                    + UPDATE);
        }
        problems.forEach(problem ->
                System.out.println("rewritten: " + problem.lines().findFirst().orElseThrow()));
    }

    private void compare(Path file, String text, List<String> problems) {
        if (!Files.exists(file)) {
            problems.add(name(file) + " is missing");
        } else {
            String kept = Project.read(file);
            if (kept.equals(text)) {
                return;
            }
            problems.add(name(file) + " differs, first at " + Diff.first(kept, text));
        }
        if (update) {
            Project.write(file, text);
        }
    }

    private String name(Path file) {
        return folder.getFileName() + "/" + folder.relativize(file);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
