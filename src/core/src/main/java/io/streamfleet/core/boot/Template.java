package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the text of a resource file with placeholders {@code @@NAME@@}, and fills them.
 *
 * <p>A placeholder without a value and a value without a placeholder both fail, and so does what is left of a misspelt
 * placeholder: a boot file must not reach a server half filled.
 */
public final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("@@([A-Z][A-Z0-9_]*)@@");

    private static final Map<String, Template> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Returns the template of a resource file of this package.
     *
     * @param name path below the package's resource folder, such as {@code units/streamfleet-boot.service}
     * @throws IllegalArgumentException if there is no such file
     */
    public static Template load(String name) {
        return LOADED.computeIfAbsent(name, Template::read);
    }

    private static Template read(String name) {
        try (var in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("boot template " + name + ": no such file");
            }
            return new Template(name, new String(in.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("boot template " + name, unreadable);
        }
    }

    /** Returns the template of a text; the name is for messages. */
    public static Template of(String name, String text) {
        return new Template(name, text);
    }

    /** Returns the text of a template that has no placeholders. */
    public BootText fill() {
        return fill(Map.of());
    }

    /**
     * Returns the text with each placeholder replaced by its value. Values are not looked at for placeholders.
     *
     * @throws IllegalArgumentException if a placeholder has no value or a value no placeholder, naming all of them
     */
    public BootText fill(Map<String, BootText> values) {
        var missing = new TreeSet<String>();
        var unused = new TreeMap<>(values);
        var filled = BootText.of("");
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            filled = filled.plus(literal(from, placeholder.start()));
            BootText value = values.get(placeholder.group(1));
            unused.remove(placeholder.group(1));
            if (value == null) {
                missing.add(placeholder.group(1));
            } else {
                filled = filled.plus(value);
            }
            from = placeholder.end();
        }
        filled = filled.plus(literal(from, text.length()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("boot template " + name + ": no value for " + missing);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("boot template " + name + ": no placeholder for " + unused.keySet());
        }
        return filled;
    }

    private String literal(int from, int to) {
        String part = text.substring(from, to);
        if (part.contains("@@")) {
            throw new IllegalArgumentException("boot template " + name + ": misspelt placeholder near '"
                    + part.substring(part.indexOf("@@"), Math.min(part.length(), part.indexOf("@@") + 30))
                            .strip()
                    + "', must be @@NAME@@ in capitals");
        }
        return part;
    }
}
