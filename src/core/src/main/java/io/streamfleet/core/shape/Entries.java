package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Source.Position;
import io.streamfleet.core.value.SecretText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of one map of a description: each once, each of them asked for by somebody. */
final class Entries {
    private final String path;
    private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> alsoKnownAs = new LinkedHashSet<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private final Map<String, Violation> missing = new LinkedHashMap<>();

    private Entries(String path) {
        this.path = path;
    }

    static Entries of(MappingNode node, String path, Findings findings) {
        Entries entries = new Entries(path);
        for (NodeTuple tuple : node.getValue()) {
            entries.add(tuple, findings);
        }
        return entries;
    }

    private void add(NodeTuple tuple, Findings findings) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            findings.add(
                    Violation.at(path).given("a key that is a map or a list").allowed("a word"),
                    positionOf(tuple.getKeyNode()));
            return;
        }
        NodeTuple first = tuples.putIfAbsent(key.getValue(), tuple);
        Position position = positionOf(key);
        if (first == null) {
            findings.source().put(childPath(key.getValue()), position);
        } else {
            findings.add(
                    Violation.at(childPath(key.getValue()))
                            .given("the key a second time, first on line "
                                    + positionOf(first.getKeyNode()).line())
                            .allowed("given once")
                            .todo("remove one of them"),
                    position);
        }
    }

    static Position positionOf(Node node) {
        return node.getStartMark().map(Position::of).orElse(Position.START);
    }

    String childPath(String key) {
        return Violation.join(path, isShown(key) ? key : "?");
    }

    private static boolean isShown(String key) {
        return !key.isEmpty() && key.chars().noneMatch(Character::isISOControl) && !SecretText.isLikely(key);
    }

    Set<String> keys() {
        return tuples.keySet();
    }

    /** Returns the value of a key, which is known from now on. */
    Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(tuples.get(key)).map(NodeTuple::getValueNode);
    }

    /** Says that another cloud has its own word for a key that is known here. */
    void otherWord(String word, String key) {
        if (!word.equals(key)) {
            alsoKnownAs.add(word + "=" + key);
        }
    }

    /** Says that other clouds have a key that this one has not. */
    void elsewhere(String key, String clouds) {
        elsewhere.putIfAbsent(key, clouds);
    }

    /** Says that a key must be there and is not. */
    void missing(String key, Violation violation) {
        missing.put(key, violation);
    }

    /** Reports the keys that nobody asked for, with the nearest that somebody did, and those that are missing. */
    void report(Findings findings) {
        for (String key : tuples.keySet()) {
            if (known.contains(key)) {
                continue;
            }
            // One fault is told once: a key that is there by a mistyped name is not missing as well.
            meant(key).ifPresent(missing::remove);
            if (elsewhere.containsKey(key) && otherWordOf(key).isEmpty()) {
                findings.add(Violation.at(childPath(key))
                        .given("a key of " + elsewhere.get(key) + " alone")
                        .allowed("one of " + String.join(", ", known))
                        .todo("remove it"));
            } else {
                findings.add(Violation.at(childPath(key))
                        .given("an unknown key")
                        .allowed("one of " + String.join(", ", known))
                        .todo(remedy(key)));
            }
        }
        missing.values().forEach(findings::add);
    }

    private Optional<String> otherWordOf(String key) {
        return alsoKnownAs.stream()
                .filter(pair -> pair.startsWith(key + "="))
                .map(pair -> pair.substring(key.length() + 1))
                .findFirst();
    }

    private String remedy(String key) {
        return meant(key).map(near -> "did you mean " + near + "?").orElse("remove it");
    }

    private Optional<String> meant(String key) {
        return otherWordOf(key).or(() -> Nearest.to(key, known));
    }
}
