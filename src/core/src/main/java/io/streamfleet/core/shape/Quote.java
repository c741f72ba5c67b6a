package io.streamfleet.core.shape;

/** Repeats what a user wrote, in an error message: on one line, of bounded length. */
final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append("\\u").append(String.format("%04x", point));
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
