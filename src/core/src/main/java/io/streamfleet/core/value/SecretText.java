package io.streamfleet.core.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells texts that look like secrets, so that none is taken into a description or repeated by a message.
 *
 * <p>Known by their form: keys of clouds and code hosts, PEM blocks, web tokens, addresses with a password in them. Known by
 * their looks: long runs of letters and digits that change between capitals, small letters and digits as no name does.
 */
public final class SecretText {
    private static final Pattern FORM = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|-----BEGIN "
            + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"
            + "|\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@"
            + "|\\bgh[a-z]_[A-Za-z0-9]{20,}"
            + "|\\bgithub_pat_[A-Za-z0-9_]{20,}"
            + "|\\bxox[a-z]-[A-Za-z0-9-]{10,}"
            + "|\\bAIza[A-Za-z0-9_-]{35}"
            + "|\\bsk_(live|test)_[A-Za-z0-9]{16,}");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/=_]{24,}");

    /** Between neighbours of a random text of base 64, more than half change kind; in names, far fewer do. */
    private static final double CHANGES = 0.4;

    private static final int LEAST_WORDS = 3;
    private static final int SHORT_WORD = 12;

    private SecretText() {}

    /** Returns whether a text looks like a secret, or holds one. */
    public static boolean isLikely(String text) {
        if (FORM.matcher(text).find()) {
            return true;
        }
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (looksRandom(run.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksRandom(String run) {
        int seen = 0;
        int changes = 0;
        int before = kind(run.charAt(0));
        for (int i = 0; i < run.length(); i++) {
            int kind = kind(run.charAt(i));
            seen |= kind;
            changes += kind == before ? 0 : 1;
            before = kind;
        }
        return !isOfShortWords(run) && (seen & 7) == 7 && changes >= CHANGES * run.length();
    }

    /** Names such as {@code Standard_NC24ads_A100_v4}: a random text has an underscore in 64 characters. */
    private static boolean isOfShortWords(String run) {
        String[] words = run.split("_");
        return words.length > LEAST_WORDS && Stream.of(words).allMatch(word -> word.length() < SHORT_WORD);
    }

    private static int kind(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return 1;
        }
        if (letter >= 'A' && letter <= 'Z') {
            return 2;
        }
        return letter >= '0' && letter <= '9' ? 4 : 8;
    }
}
