package io.streamfleet.stacks.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A difference between what a Stream Manager has and what a description says.
 *
 * @param path of what differs
 * @param before what is there; empty for nothing
 * @param after what is to be there; empty for nothing
 */
record Change(String path, Optional<String> before, Optional<String> after) {
    /** Returns what differs between two documents, by path. */
    static List<Change> between(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Optional<String> old = value(before, path);
            Optional<String> now = value(after, path);
            if (!old.equals(now)) {
                changes.add(new Change(path, old, now));
            }
        }
        return List.copyOf(changes);
    }

    private static Optional<String> value(Map<String, String> facts, String path) {
        return Optional.ofNullable(facts.get(path));
    }

    /** Returns whether it is one of those that a scale policy takes while groups use it. */
    boolean isOfLimits() {
        return before.isPresent() && after.isPresent() && (path.endsWith(".minLimit") || path.endsWith(".maxLimit"));
    }

    @Override
    public String toString() {
        return path + ": " + before.orElse("nothing") + " -> " + after.orElse("nothing");
    }
}
