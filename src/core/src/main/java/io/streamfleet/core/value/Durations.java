package io.streamfleet.core.value;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as descriptions have them: {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
public final class Durations {
    /** What a duration is, in words. */
    public static final String IS = "a duration, such as 30s, 5m, 2h or 7d";

    /** The form of a duration. */
    public static final String FORM = "[0-9]{1,9}[smhd]";

    private static final Pattern PATTERN = Pattern.compile("([0-9]{1,9})([smhd])");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when the text is none, with what is allowed as its message
     */
    public static Duration parse(String text) {
        Matcher form = PATTERN.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(IS);
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** Writes a duration of whole seconds in its largest whole unit. */
    public static String format(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return "0s";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
