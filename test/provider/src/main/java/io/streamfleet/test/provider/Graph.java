package io.streamfleet.test.provider;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which resource waits for which, as {@code terraform graph} draws it. Terraform itself refuses a cycle.
 *
 * @param edges from each resource's address to those that it waits for
 */
public record Graph(Map<String, Set<String>> edges) {
    private static final Pattern NODE = Pattern.compile("\\s*\"([^\"]+)\" \\[label=.*");
    private static final Pattern EDGE = Pattern.compile("\\s*\"([^\"]+)\" -> \"([^\"]+)\";");

    static Graph read(String dot) {
        var edges = new TreeMap<String, Set<String>>();
        dot.lines().forEach(line -> {
            Matcher node = NODE.matcher(line);
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                edges.computeIfAbsent(edge.group(1), key -> new TreeSet<>()).add(edge.group(2));
            } else if (node.matches()) {
                edges.computeIfAbsent(node.group(1), key -> new TreeSet<>());
            }
        });
        return new Graph(edges);
    }

    /** Returns the addresses of all resources of a type. */
    public Set<String> ofType(String type) {
        var found = new TreeSet<String>();
        edges.keySet().stream().filter(each -> each.startsWith(type + ".")).forEach(found::add);
        return found;
    }

    /** Returns all that a resource waits for, directly or not. */
    public Set<String> before(String address) {
        var before = new HashSet<String>();
        Deque<String> open = new ArrayDeque<>(edges.getOrDefault(address, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (before.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return before;
    }
}
