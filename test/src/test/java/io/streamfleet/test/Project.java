package io.streamfleet.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The project's folder, and scratch room in it. */
final class Project {
    private Project() {}

    /** Returns the folder of the whole project. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("stacks")) ? here : here.getParent();
        if (!Files.isRegularFile(root.resolve("streamfleet"))) {
            throw new IllegalStateException("not the project's folder: " + root);
        }
        return root;
    }

    /**
     * Returns an empty folder for one suite, below the module's build folder, so that it can be looked at afterwards. The
     * build runs suites in several processes at a time: each has a folder of its own.
     */
    static Path scratch(String suite) {
        Path folder = root().resolve("test/target/scratch")
                .resolve(System.getProperty("test.process", "process"))
                .resolve(suite);
        try {
            if (Files.exists(folder)) {
                delete(folder);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all files below a folder, sorted; none where there is no folder. */
    static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
