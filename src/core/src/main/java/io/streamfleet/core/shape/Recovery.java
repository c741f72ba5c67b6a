package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import java.util.HashMap;
import java.util.Map;

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
        boolean sameBranch = own.equals(path) || own.startsWith(path + ".") || own.startsWith(path + "[");
        String message = violation.movedTo("").in("").message();
        return sameBranch || path.isEmpty() || by.length() > 3 && message.contains(by);
    }
}
