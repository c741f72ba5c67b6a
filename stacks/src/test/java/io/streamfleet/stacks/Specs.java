package io.streamfleet.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped descriptions, for tests. */
public final class Specs {
    /** The folder of the shipped descriptions. */
    public static final Path FOLDER = Path.of("specs");

    private Specs() {}

    /** Returns every shipped description. */
    public static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Returns every shipped description for AWS. */
    public static Stream<Path> aws() throws IOException {
        return shipped().filter(file -> file.getFileName().toString().startsWith("red5-aws"));
    }

    /** Returns every shipped description for Google Cloud. */
    public static Stream<Path> google() throws IOException {
        return shipped().filter(file -> file.getFileName().toString().startsWith("red5-google"));
    }

    /** Returns every shipped description for Azure. */
    public static Stream<Path> azure() throws IOException {
        return shipped().filter(file -> file.getFileName().toString().startsWith("red5-azure"));
    }

    /** Returns a shipped description by its name without its ending. */
    public static Path shipped(String name) {
        return FOLDER.resolve(name + ".yaml");
    }
}
