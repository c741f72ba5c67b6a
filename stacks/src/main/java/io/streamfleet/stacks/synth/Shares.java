package io.streamfleet.stacks.synth;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has other processes of this app synthesise some of many descriptions, while this one synthesises the rest: Java and Node take
 * turns within a process, so that one alone uses one processor, however many there are.
 *
 * <p>The others live no longer than this: closing ends those that still run, and so does the end of this process, however it
 * comes, since each watches its standard input.
 */
public final class Shares implements AutoCloseable {
    /** With fewer than this, what another process costs until it is warm is more than what it takes off this one. */
    static final int FEWEST_EACH = 75;

    /**
     * Memory that a process may come to need: Java and Node keep what they know of every stack until the last is written, and
     * several processes must not drive the machine into its swap.
     */
    static final long BYTES_EACH = 1L << 30;

    /** What the app says before its words to the user. */
    private static final String SPEAKER = "streamfleet: ";

    private final List<Share> others = new ArrayList<>();
    private final Thread end = new Thread(this::end);

    private Shares() {
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** What one of the other processes does, in a folder of its own. */
    private record Share(Set<String> names, Path folder, Process process) {
        Path output() {
            return output(folder);
        }

        Path words() {
            return words(folder);
        }

        static Path output(Path folder) {
            return folder.resolve("output");
        }

        static Path words(Path folder) {
            return folder.resolve("words");
        }
    }

    /**
     * Starts as many processes as are worth it.
     *
     * @param descriptions the files of the descriptions that can be shared, by name
     * @param main the class that starts this app
     * @param options of the app, for every process
     */
    public static Shares of(Map<String, Path> descriptions, Class<?> main, List<String> options) {
        int worthwhile = descriptions.size() / FEWEST_EACH;
        int processes = worthwhile > 1 ? Math.min(worthwhile, OwnApp.mostProcesses(BYTES_EACH)) : 1;
        return of(descriptions, processes, main, options);
    }

    /** Starts all processes but one, which is this. */
    public static Shares of(Map<String, Path> descriptions, int processes, Class<?> main, List<String> options) {
        Shares shares = new Shares();
        List<String> names = List.copyOf(descriptions.keySet());
        try {
            for (int share = 1; share < processes; share++) {
                shares.start(everyNth(names, share, processes), descriptions, main, options);
            }
        } catch (IOException e) {
            shares.close();
            throw new UncheckedIOException(e);
        }
        return shares;
    }

    private static Set<String> everyNth(List<String> names, int first, int step) {
        return IntStream.iterate(first, at -> at < names.size(), at -> at + step)
                .mapToObj(names::get)
                .collect(Collectors.toSet());
    }

    private void start(Set<String> names, Map<String, Path> descriptions, Class<?> main, List<String> options)
            throws IOException {
        Path folder = Files.createTempDirectory("streamfleet-share");
        List<String> command = OwnApp.command(main);
        command.addAll(List.of(
                "share", "--into", Files.createDirectory(Share.output(folder)).toString()));
        command.addAll(options);
        names.forEach(name -> command.add(descriptions.get(name).toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(Share.words(folder).toFile())
                .start();
        others.add(new Share(names, folder, process));
    }

    /** Returns whether another process synthesises a description. */
    boolean has(String name) {
        return others.stream().anyMatch(share -> share.names.contains(name));
    }

    /**
     * Waits for the other processes, and returns the folders that they have written.
     *
     * @throws Refusal when one of them refuses, with its words
     */
    List<Path> await() {
        List<Path> outputs = new ArrayList<>();
        for (Share share : others) {
            try {
                int status = share.process.waitFor();
                String words = Files.readString(share.words()).strip();
                if (status != 0) {
                    throw new Refusal(
                            words.isEmpty()
                                    ? "a process that synthesised " + share.names.size()
                                            + " descriptions ended with status " + status
                                    : words.lines().map(Shares::unspoken).collect(Collectors.joining("\n")));
                }
                // What libraries say there is said here as well.
                words.lines().forEach(System.err::println);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            outputs.add(share.output());
        }
        return outputs;
    }

    private static String unspoken(String line) {
        return line.startsWith(SPEAKER) ? line.substring(SPEAKER.length()) : line;
    }

    /** Returns whether other processes still run. */
    boolean isRunning() {
        return others.stream().anyMatch(share -> share.process.isAlive());
    }

    /** Ends what still runs, and removes what it has written. */
    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private void end() {
        others.forEach(share -> share.process.destroy());
        for (Share share : others) {
            share.process.onExit().join();
            OutputFolder.delete(share.folder);
        }
    }
}
