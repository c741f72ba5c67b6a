package io.streamfleet.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the names of resources of one kind, within what the cloud takes.
 *
 * <p>A name is its parts joined: the deployment, the role, where there are several the region. Equal parts give equal
 * names on every machine. A name that is too long is cut and ends with a hash of the whole, so that two that differ
 * only behind the cut stay two; the deployment's name stands first and is kept.
 *
 * @param what the kind, for messages, such as {@code service account}
 * @param minLength fewest characters
 * @param maxLength most characters, at least 10: one and a hash
 * @param separator what stands between parts; where it is not a hyphen, it replaces hyphens within the parts too. Empty
 *     where the cloud takes letters and digits alone
 */
public record NameRule(String what, int minLength, int maxLength, String separator) {
    /** Digits of a hash: two names of a deployment meet with a chance of one in four thousand million. */
    static final int HASH_DIGITS = 8;

    public NameRule {
        if (!separator.matches("[-_.]?")) {
            throw new IllegalArgumentException(what + ": the separator must be -, _ or ., or empty; got " + separator);
        }
        if (minLength < 1 || maxLength < HASH_DIGITS + 2 || minLength > maxLength) {
            throw new IllegalArgumentException(what + ": lengths must be 1 to " + (HASH_DIGITS + 2)
                    + " at least, in order; got " + minLength + " to " + maxLength);
        }
    }

    /** Returns a rule for names with hyphens. */
    public static NameRule hyphens(String what, int minLength, int maxLength) {
        return new NameRule(what, minLength, maxLength, "-");
    }

    /**
     * Returns the name of the parts.
     *
     * @throws IllegalArgumentException if a part has other characters than small letters, digits and inner hyphens, if
     *     the first does not begin with a letter, or if the name is too short
     */
    public String name(String... parts) {
        return fit(join(List.of(parts)), List.of(parts).get(0));
    }

    /**
     * Returns the name of the parts with a hash of what the resource is made of: it changes with it, so that a new
     * resource can be created before the old one is destroyed.
     *
     * @param content what distinguishes one resource from the next, such as an image's source
     */
    public String nameOf(Object content, String... parts) {
        String hash = hash(content.toString());
        String name = join(List.of(parts)) + separator + hash;
        return name.length() <= maxLength
                ? name
                : cut(join(List.of(parts)), List.of(parts).get(0), hash(name));
    }

    private String fit(String name, String first) {
        if (name.length() < minLength) {
            throw new IllegalArgumentException(
                    what + " '" + name + "': must have at least " + minLength + " characters");
        }
        return name.length() <= maxLength ? name : cut(name, first, hash(name));
    }

    private String cut(String name, String first, String hash) {
        int kept = maxLength - HASH_DIGITS - separator.length();
        if (spelt(first).length() > kept) {
            throw new IllegalArgumentException(what + " '" + name + "': '" + first
                    + "' leaves no room for a hash within " + maxLength + " characters; choose one of at most " + kept);
        }
        String head = name.substring(0, kept);
        while (!separator.isEmpty() && head.endsWith(separator)) {
            head = head.substring(0, head.length() - 1);
        }
        return head + separator + hash;
    }

    private String join(List<String> parts) {
        for (String part : parts) {
            if (!part.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
                throw new IllegalArgumentException(
                        what + ": a part must be small letters, digits and inner hyphens; got '" + part + "'");
            }
        }
        if (!parts.get(0).matches("[a-z].*")) {
            throw new IllegalArgumentException(what + ": must begin with a letter; got '" + parts.get(0) + "'");
        }
        return String.join(separator, parts.stream().map(this::spelt).toList());
    }

    private String spelt(String part) {
        return part.replace("-", separator);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
