package io.streamfleet.streammanager;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The administrator's token of the REST API ({@code rest.administratorToken}).
 *
 * <p>It comes from a variable of the environment or from a file, and leaves this class in addresses alone: no text of it
 * shows the token.
 */
public final class AccessToken {
    private static final String HIDDEN = "***";
    private static final int LONGEST = 4096;

    /** Shorter ones are words of any text, and hiding them would spoil it. */
    private static final int TELLING = 6;

    /** Whatever stands where a token does, also one that is not ours. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)(access_?token(=|%3D)\\s*)[^&\\s\"'<>;,)\\]}]+");

    private final String value;
    private final List<String> forms;

    private AccessToken(String value) {
        this.value = value;
        this.forms = forms(value);
    }

    /**
     * Takes a token as it is.
     *
     * @throws IllegalArgumentException when it is empty, longer than 4096 characters, or holds white space or control
     *     characters; the message does not hold it
     */
    public static AccessToken of(String value) {
        return checked(value, "the token");
    }

    /**
     * Reads the token from a variable of the environment.
     *
     * @param name the variable's name
     * @param environment gives a variable's value, null where there is none: {@code System::getenv}
     * @throws IllegalArgumentException when it is not set, or is no token
     */
    public static AccessToken fromEnvironment(String name, UnaryOperator<String> environment) {
        String text = environment.apply(name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return checked(text.strip(), "the environment variable " + name);
    }

    /**
     * Reads the token from a file; a line break at its end is not part of it.
     *
     * @throws IllegalArgumentException when the file cannot be read, or holds no token
     */
    public static AccessToken fromFile(Path file) {
        String text;
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + " is too large for a file that holds a token alone");
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return checked(text.strip(), file.toString());
    }

    private static AccessToken checked(String text, String where) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(where + " is empty");
        }
        boolean isPlain = text.chars().allMatch(each -> each > ' ' && each != 127) && text.length() <= LONGEST;
        if (!isPlain) {
            throw new IllegalArgumentException(where + " holds more than a token: white space, or too much");
        }
        return new AccessToken(text);
    }

    /** Returns the token as a part of an address. */
    String encoded() {
        return Percent.encode(value);
    }

    /** Returns a text without the token, however it is written in it. */
    public String hideIn(String text) {
        String hidden = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN.replace("*", "\\*"));
        for (String form : forms) {
            hidden = hidden.replace(form, HIDDEN);
        }
        return hidden;
    }

    /** Every way in which a server or a library may repeat it, the longest first. */
    private static List<String> forms(String value) {
        if (value.length() < TELLING) {
            return List.of();
        }
        String percent = Percent.encode(value);
        List<String> forms = new ArrayList<>(List.of(
                value,
                percent,
                percent.toLowerCase(Locale.ROOT),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                value.replace("\\", "\\\\").replace("\"", "\\\"")));
        forms.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return forms.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
