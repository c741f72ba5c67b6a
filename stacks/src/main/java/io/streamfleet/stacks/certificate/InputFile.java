package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files whole. */
final class InputFile {
    /** Largest file, in bytes: a chain with its key has some ten thousand. */
    private static final int LARGEST = 1_048_576;

    private InputFile() {}

    /**
     * Reads a file.
     *
     * @param option the option by which it was named, for messages
     * @throws Refusal when it cannot be read, or is no file of this kind
     */
    static byte[] read(Path file, String option) {
        if (Files.isDirectory(file)) {
            throw new Refusal(file + ": got a folder, must be a file; name the file: " + option + " FILE");
        }
        // Not by its size: what a shell's <(...) gives has none.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal(file + ": got more than 1 MiB, must be less; name another file: " + option + " FILE");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Refusal(file + ": does not exist; name another file: " + option + " FILE", e);
        } catch (IOException e) {
            throw new Refusal(file + ": cannot be read; name a file that you may read: " + option + " FILE", e);
        }
    }
}
