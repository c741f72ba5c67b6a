package io.streamfleet.core.reader;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file holds, which may also be a pipe.
 *
 * @param text its text, without a byte order mark
 * @param identity the same for each name of one file
 */
record DescriptionText(String text, Object identity) {
    /** Largest file, in bytes: a description has a few thousand. */
    private static final int LARGEST = 262_144;

    /**
     * Reads a file.
     *
     * @throws InvalidSpecException when it cannot be read, or is none that can hold a description
     */
    static DescriptionText of(Path file) {
        if (file.toString().isEmpty()) {
            throw refused(file, "no name", "that of a description", "streamfleet init writes one");
        }
        if (!Files.exists(file)) {
            throw refused(file, "a file that does not exist", "a description", "streamfleet init writes one");
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "a folder", "a description", "name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw refused(file, "more than " + LARGEST + " bytes", "a description, which has a few thousand", "");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DescriptionText(text.startsWith("\uFEFF") ? text.substring(1) : text, identity(file));
        } catch (CharacterCodingException e) {
            throw refused(file, "bytes that are not UTF-8", "a description in UTF-8", "save it so");
        } catch (IOException e) {
            throw refused(file, "a file that cannot be read", "one that you may read", "");
        }
    }

    /** A pipe without a name, such as a shell's {@code <(…)}, is like no other file. */
    private static Object identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return new Object();
        }
    }

    static InvalidSpecException refused(Path file, String given, String allowed, String todo) {
        return new InvalidSpecException(List.of(
                Violation.at("").given(given).allowed(allowed).todo(todo).in(file.toString())));
    }
}
