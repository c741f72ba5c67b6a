package io.streamfleet.stacks.checklist;

import java.util.List;
import java.util.stream.Collectors;

/** Writes words into shell commands. */
public final class Shell {
    private Shell() {}

    /** Returns the word as a shell reads it back: as it is, or in single quotes. */
    public static String word(String text) {
        return text.matches("[A-Za-z0-9_./:=@,+%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    static String words(List<String> texts) {
        return texts.stream().map(Shell::word).collect(Collectors.joining(" "));
    }
}
