package io.streamfleet.core.shape;

import io.streamfleet.core.value.SecretText;
import java.util.Locale;

/** Repeats what a user wrote, in an error message: on one line, of bounded length, and never a secret. */
final class Quote {
    /** What stands for a text that must not be repeated. */
    static final String SECRET = "a text that looks like a secret";

    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String text) {
        if (SecretText.isLikely(text)) {
            return SECRET;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append("\\u").append(String.format(Locale.ROOT, "%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append("…");
        }
        return shown.isEmpty() ? "an empty text" : shown.toString();
    }
}
