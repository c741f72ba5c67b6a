package io.streamfleet.stacks;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The descriptions that the project ships, in {@code stacks/specs}. */
final class Shipped {
    private Shipped() {}

    /** Returns every shipped description, by name; paths are as short as the working directory allows. */
    static List<Path> specs() {
        Path folder = home().resolve("stacks").resolve("specs");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .map(Shipped::seenFromHere)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("no descriptions in " + folder + "; name one: streamfleet synth SPEC", e);
        }
    }

    /** The project's folder: the launcher says where it is. */
    private static Path home() {
        return Path.of(System.getProperty("streamfleet.home", "")).toAbsolutePath();
    }

    private static Path seenFromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
