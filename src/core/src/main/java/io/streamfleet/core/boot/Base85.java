package io.streamfleet.core.boot;

/**
 * Writes bytes as text in the alphabet of Git and of Python's {@code base64.b85decode} (RFC 1924): five characters for
 * four bytes, where base64 takes five and a third. No character of it needs escaping inside double quotes.
 */
final class Base85 {
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

    private Base85() {}

    static String encode(byte[] data) {
        var text = new StringBuilder(data.length * 5 / 4 + 5);
        for (int at = 0; at < data.length; at += 4) {
            int given = Math.min(4, data.length - at);
            long word = 0;
            for (int i = 0; i < 4; i++) {
                word = word << 8 | (i < given ? data[at + i] & 0xff : 0);
            }
            var group = new char[5];
            for (int i = 4; i >= 0; i--) {
                group[i] = ALPHABET.charAt((int) (word % 85));
                word /= 85;
            }
            // A last group of n bytes takes n + 1 characters.
            text.append(group, 0, given + 1);
        }
        return text.toString();
    }
}
