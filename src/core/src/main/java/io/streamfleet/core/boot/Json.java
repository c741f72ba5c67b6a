package io.streamfleet.core.boot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes settings as JSON in ASCII, with values of the cloud left open inside strings.
 *
 * <p>Jackson's own writer knows strings alone, and a stand-in for a cloud value could not be told from user text; so
 * only its escaping is used. Members keep the order of their map.
 */
final class Json {
    private Json() {}

    /** Returns a map, list, text, number or truth value as indented JSON that ends in a line break. */
    static BootText document(Object value) {
        return write(value, "\n").plus("\n");
    }

    private static BootText write(Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            return block(
                    "{",
                    "}",
                    line,
                    map.entrySet().stream()
                            .map(entry -> string(BootText.of((String) entry.getKey()))
                                    .plus(": ")
                                    .plus(write(entry.getValue(), line + "  ")))
                            .toList());
        }
        if (value instanceof List<?> list) {
            return block(
                    "[",
                    "]",
                    line,
                    list.stream().map(item -> write(item, line + "  ")).toList());
        }
        if (value instanceof BootText text) {
            return string(text);
        }
        if (value instanceof String text) {
            return string(BootText.of(text));
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return BootText.of(value.toString());
        }
        throw new IllegalArgumentException("settings hold " + value.getClass().getName() + ", which JSON has not");
    }

    private static BootText block(String open, String close, String line, List<BootText> items) {
        BootText text = BootText.of(open);
        for (int i = 0; i < items.size(); i++) {
            text = text.plus((i == 0 ? "" : ",") + line + "  ").plus(items.get(i));
        }
        return text.plus(items.isEmpty() ? close : line + close);
    }

    private static BootText string(BootText text) {
        return BootText.of("\"").plus(text.mapLiterals(Json::escaped)).plus("\"");
    }

    /** Returns the text as it stands inside a JSON string, in ASCII. */
    static String escaped(String text) {
        var ascii = new StringBuilder();
        for (char c : JsonStringEncoder.getInstance().quoteAsString(text)) {
            ascii.append(c < 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return ascii.toString();
    }
}
