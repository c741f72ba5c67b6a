package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Remembers which values of a description were replaced by a default or an example, because they were missing or wrong:
 * what rules then say of these is not the user's.
 */
final class Recovery {
    private final Map<String, String> replaced = new HashMap<>();

    void replaced(String path, String by) {
        replaced.put(path, by);
    }

    /** Returns whether a rule's finding rests on what the user wrote. */
    boolean isUsersOwn(Violation violation) {
        return replaced.entrySet().stream().noneMatch(each -> touches(violation, each.getKey(), each.getValue()));
    }

    private static boolean touches(Violation violation, String path, String by) {
        String own = violation.path();
        if (path.isEmpty() || own.equals(path) || own.startsWith(path + ".") || own.startsWith(path + "[")) {
            return true;
        }
        return speaksOf(path, by)
                .matcher(violation.movedTo("").in("").message())
                .find();
    }

    /** A rule on several keys names the other's value: as a word of its own, or, where many have it, with the key. */
    private static Pattern speaksOf(String path, String by) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        boolean telling = by.length() > 3 && !by.equals("true") && !by.equals("false");
        String words = telling ? by : key + ": " + by;
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(words) + "(?![\\w-])");
    }
}
