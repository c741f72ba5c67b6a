package io.streamfleet.streammanager;

import java.nio.charset.StandardCharsets;

/** Writes texts as parts of addresses: all but unreserved characters by their bytes (RFC 3986, 2.3). */
final class Percent {
    private static final String DIGITS = "0123456789ABCDEF";

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(each)) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(DIGITS.charAt(each >> 4 & 15)).append(DIGITS.charAt(each & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte each) {
        return each >= 'a' && each <= 'z'
                || each >= 'A' && each <= 'Z'
                || each >= '0' && each <= '9'
                || "-._~".indexOf(each) >= 0;
    }
}
