package io.streamfleet.stacks.synth;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of output that is made anew as a whole: what it held stays until the new content is complete, and stays for
 * good where that fails.
 */
public final class OutputFolder {
    /** Together 5 s, the time that jsii gives its process to end. */
    private static final int MOST_SWEEPS = 100;

    private static final int MILLIS_BETWEEN_SWEEPS = 50;

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
        fill(Map.of(this, content));
    }

    /**
     * Makes the contents of several folders, then puts all in place.
     *
     * @param contents what fills each; whatever one of them throws leaves every folder as it was
     */
    public static void fill(Map<OutputFolder, Consumer<Path>> contents) {
        List<Exchange> exchanges = contents.keySet().stream().map(Exchange::new).toList();
        // Also where the process is stopped half-way, nothing is left beside.
        Thread sweep = new Thread(() -> sweepUntilNobodyWrites(exchanges));
        Runtime.getRuntime().addShutdownHook(sweep);
        try {
            for (Exchange exchange : exchanges) {
                exchange.make(contents.get(exchange.folder));
            }
            exchange(exchanges);
        } finally {
            exchanges.forEach(Exchange::sweep);
            Runtime.getRuntime().removeShutdownHook(sweep);
        }
    }

    /** Where this process is stopped, the one that fills the folders goes on for a moment. */
    private static void sweepUntilNobodyWrites(List<Exchange> exchanges) {
        for (int attempt = 1; attempt <= MOST_SWEEPS; attempt++) {
            try {
                exchanges.forEach(Exchange::sweep);
                return;
            } catch (UncheckedIOException e) {
                try {
                    Thread.sleep(MILLIS_BETWEEN_SWEEPS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /** Puts all in place; where one cannot be, those before it go back. */
    private static void exchange(List<Exchange> exchanges) {
        Deque<Exchange> done = new ArrayDeque<>();
        for (Exchange exchange : exchanges) {
            try {
                done.push(exchange);
                exchange.put();
            } catch (IOException e) {
                done.forEach(Exchange::takeBack);
                throw exchange.cannotBeWritten(e);
            }
        }
    }

    /** The new content of a folder on its way in, and the old one on its way out. */
    private static final class Exchange {
        private final OutputFolder folder;
        private final Path place;
        private final Path fresh;
        private final Path old;

        Exchange(OutputFolder folder) {
            this.folder = folder;
            place = real(folder.target);
            Path above = nearestExisting(place.getParent());
            String name =
                    "." + place.getFileName() + "." + ProcessHandle.current().pid();
            fresh = above.resolve(name);
            old = above.resolve(name + ".old");
        }

        void make(Consumer<Path> content) {
            delete(fresh);
            try {
                Files.createDirectory(fresh);
            } catch (IOException e) {
                throw cannotBeWritten(e);
            }
            content.accept(fresh);
        }

        void put() throws IOException {
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                Files.move(place, old);
            }
            Files.move(fresh, place);
        }

        void takeBack() {
            try {
                if (!Files.exists(fresh)) {
                    Files.move(place, fresh);
                }
                if (Files.exists(old)) {
                    Files.move(old, place);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void sweep() {
            delete(fresh);
            delete(old);
        }

        Refusal cannotBeWritten(IOException cause) {
            return new Refusal(folder.target + " cannot be written; name a folder where you may write: -o DIR", cause);
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

    /** Removes a folder with all that is in it, where it is there. */
    public static void delete(Path folder) {
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
