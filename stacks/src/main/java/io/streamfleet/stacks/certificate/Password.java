package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads passwords from files, so that none is ever on a command line. */
final class Password {
    private Password() {}

    /**
     * Reads the password of a new PFX file: the file's one line.
     *
     * <p>One that {@code az} reads alike from {@code @FILE}: it takes off line feeds at the end and nothing else, and it
     * looks for {@code =} before it looks for {@code @}.
     *
     * @throws Refusal when the file cannot be read, or does not hold such a password
     */
    static char[] ofNewFile(Path file) {
        if (file.toString().contains("=")) {
            throw new Refusal("--password-file: got " + file
                    + ", must be a path without '=', which az would not read; rename the file");
        }
        return line(file, "--password-file", "\n+$")
                .orElseThrow(() -> new Refusal("--password-file: got an empty " + file
                        + ", must hold a password; for a PFX file without one leave out --password-file"))
                .toCharArray();
    }

    /**
     * Reads the passphrase of a key: the file's one line.
     *
     * @throws Refusal when the file cannot be read, or does not hold a passphrase
     */
    static char[] ofKey(Path file) {
        return line(file, "--key-password-file", "[\r\n]+$")
                .orElseThrow(() -> new Refusal("--key-password-file: got an empty " + file
                        + ", must hold the key's passphrase; for a key without one leave out --key-password-file"))
                .toCharArray();
    }

    private static Optional<String> line(Path file, String option, String end) {
        String text = new String(InputFile.read(file, option), StandardCharsets.UTF_8).replaceFirst(end, "");
        // The JDK takes these characters alone for a password, and tools differ over how others are encoded.
        if (!text.matches("[ -~]*")) {
            throw new Refusal(
                    option + ": got " + file + " with more than one line, or with other characters, must be one"
                            + " line of printable ASCII that ends in a line feed or in nothing; write it anew");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
