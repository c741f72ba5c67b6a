package io.streamfleet.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/**
 * What a server boots by, readable: the document with references by name, and the files of the archive in it, each for
 * itself.
 *
 * @param document the document; in the archive's place, a list of what is in it
 * @param files the archive's files by path, absolute
 */
record BootDocumentText(String document, Map<String, String> files) {
    private static final Pattern IN_CLOUD_CONFIG =
            Pattern.compile("(?<=- path: /etc/streamfleet/files\n {2}content: )\"[^\"\\\\\n]+\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("(?<=printf %s )'[^'\n]+'(?= >/etc/streamfleet/files\\))");
    private static final String BASE_85 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private static final int BLOCK = 512;

    /** Reads user data: a document of cloud-init's. */
    static BootDocumentText ofUserData(String text) {
        return of(text, IN_CLOUD_CONFIG);
    }

    /** Reads a start-up script as a stack has it: Terraform's escapes are taken away, its references stay. */
    static BootDocumentText ofScript(String text) {
        // Of the archive, whose files are kept each for itself.
        return of(unescaped(text).replaceFirst("(?m)^run='[0-9a-f]{64}", "run='(digest)"), IN_SCRIPT);
    }

    /** Reads custom data, a document of cloud-init's, as a stack has it. */
    static BootDocumentText ofCustomData(String text) {
        return of(unescaped(text), IN_CLOUD_CONFIG);
    }

    private static String unescaped(String text) {
        return text.replace("$${", "${").replace("%%{", "%{");
    }

    private static BootDocumentText of(String text, Pattern place) {
        Matcher archive = place.matcher(text);
        if (!archive.find()) {
            throw new AssertionError("no packed files in what servers boot by: " + text);
        }
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder("(packed:\n");
        String packed = archive.group();
        unpack(unBase85(packed.substring(1, packed.length() - 1)), files, list);
        return new BootDocumentText(archive.replaceFirst(Matcher.quoteReplacement(list + "  )")), files);
    }

    private static void unpack(byte[] packed, Map<String, String> files, StringBuilder list) {
        byte[] tar = unXz(packed);
        for (int at = 0; tar[at] != 0; ) {
            String path = "/" + field(tar, at, 100);
            int size = Integer.parseInt(field(tar, at + 124, 12), 8);
            String content = new String(tar, at + BLOCK, size, StandardCharsets.UTF_8);
            files.put(path, content);
            list.append("    ")
                    .append(field(tar, at + 100, 8))
                    .append(" owner ")
                    .append(field(tar, at + 108, 8))
                    .append(' ')
                    .append(path)
                    .append('\n');
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
    }

    /** Five characters are four bytes; an incomplete last group is filled up and cut. */
    private static byte[] unBase85(String text) {
        int missing = (5 - text.length() % 5) % 5;
        String whole = text + "~".repeat(missing);
        ByteBuffer bytes = ByteBuffer.allocate(whole.length() / 5 * 4);
        for (int at = 0; at < whole.length(); at += 5) {
            long group = 0;
            for (int i = at; i < at + 5; i++) {
                group = group * 85 + BASE_85.indexOf(whole.charAt(i));
            }
            bytes.putInt((int) group);
        }
        return Arrays.copyOf(bytes.array(), bytes.capacity() - missing);
    }

    private static byte[] unXz(byte[] packed) {
        try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field of a tar header: text up to the first zero. */
    private static String field(byte[] tar, int at, int length) {
        byte[] field = Arrays.copyOfRange(tar, at, at + length);
        String text = new String(field, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
