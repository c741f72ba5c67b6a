package io.streamfleet.stacks.synth;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of output that is made anew as a whole: what it held stays until the new content is complete, and stays for
 * good where that fails.
 */
public final class OutputFolder {
    private final Path target;

    /**
     * Names the folder.
     *
     * @param target where the output goes; it and the folders above it need not exist
     * @throws Refusal when something else than earlier output is there
     */
    public OutputFolder(Path target) {
        this.target = target;
        if (Files.exists(target) && !isEarlierOutput()) {
            throw new Refusal(
                    target
                            + " holds something else than templates of an earlier run; remove it, or name another folder: -o DIR");
        }
    }

    private boolean isEarlierOutput() {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return Files.exists(target.resolve("manifest.json"))
                    || files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the content in a folder beside, then puts that in place.
     *
     * @param content fills an empty folder; whatever it throws leaves everything as it was
     */
    public void fill(Consumer<Path> content) {
        Path place = real(target);
        Path above = nearestExisting(place.getParent());
        String name = "." + place.getFileName() + "." + ProcessHandle.current().pid();
        Path fresh = above.resolve(name);
        Path old = above.resolve(name + ".old");
        // Also where the process is stopped half-way, nothing is left beside.
        Thread sweep = new Thread(() -> delete(fresh));
        Runtime.getRuntime().addShutdownHook(sweep);
        try {
            delete(fresh);
            Files.createDirectory(fresh);
            content.accept(fresh);
            Files.createDirectories(place.getParent());
            exchange(place, fresh, old);
        } catch (IOException e) {
            throw new Refusal(target + " cannot be written; name a folder where you may write: -o DIR", e);
        } finally {
            delete(fresh);
            delete(old);
            Runtime.getRuntime().removeShutdownHook(sweep);
        }
    }

    private static void exchange(Path place, Path fresh, Path old) throws IOException {
        boolean replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, old);
        }
        try {
            Files.move(fresh, place);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, place);
            }
            throw e;
        }
    }

    /** A link to the folder stays a link: what it leads to is replaced. */
    private static Path real(Path target) {
        try {
            return Files.exists(target)
                    ? target.toRealPath()
                    : target.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path nearestExisting(Path folder) {
        Path at = folder;
        while (!Files.isDirectory(at)) {
            at = at.getParent();
        }
        return at;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
