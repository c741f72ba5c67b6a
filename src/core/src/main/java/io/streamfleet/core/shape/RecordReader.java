package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a text into a record, telling everything that is wrong with it at once. */
public final class RecordReader {
    /** The key that names the cloud, in every description. */
    static final String CLOUD = "cloud";

    private RecordReader() {}

    /**
     * What came of reading a text.
     *
     * @param value the record; present also when only values were wrong that a default or an example could stand in for
     * @param violations everything that is wrong, in the order of the text, each with its place
     * @param source where each path stands
     */
    public record Result<T>(Optional<T> value, List<Violation> violations, Source source) {}

    /**
     * Reads a text into a record, then has rules look at it.
     *
     * @param type the record
     * @param name the text's name, for messages
     * @param text YAML 1.2 or JSON
     * @param rules what is wrong across the record's components
     */
    public static <T extends Record> Result<T> read(
            Class<T> type, String name, String text, Function<T, Stream<Violation>> rules) {
        Source source = new Source(name);
        Findings findings = new Findings(source);
        Recovery recovery = new Recovery();
        Optional<T> value = YamlText.parse(text, findings)
                .flatMap(root -> bind(type, root, findings, recovery))
                .map(type::cast);
        value.stream().flatMap(rules).filter(recovery::isUsersOwn).forEach(findings::add);
        return new Result<>(value, findings.sorted(), source);
    }

    /** Returns a record of nothing but defaults, and examples where there is no default. */
    public static <T extends Record> T ofDefaults(Class<T> type, Cloud cloud) {
        Binder binder = new Binder(cloud, new Findings(new Source("")), new Recovery());
        return type.cast(binder.bindRecord(type, YamlText.parseOwn("{}"), "").orElseThrow());
    }

    private static Optional<Object> bind(Class<?> type, Node root, Findings findings, Recovery recovery) {
        if (!(root instanceof MappingNode map)) {
            findings.add(Violation.at("").given(Kinds.of(root)).allowed("a map of keys, beginning with name:"));
            return Optional.empty();
        }
        boolean selected = Arrays.stream(Components.of(type))
                .filter(component -> component.isAnnotationPresent(Selected.class))
                .map(component -> checkSelected(component, map, findings))
                .reduce(true, Boolean::logicalAnd);
        if (!selected) {
            return Optional.empty();
        }
        Cloud cloud = scalar(map, CLOUD)
                .flatMap(word -> Arrays.stream(Cloud.values())
                        .filter(each -> each.key().equals(word.getValue()))
                        .findFirst())
                .orElse(Cloud.AWS);
        return new Binder(cloud, findings, recovery).bindRecord(type, map, "");
    }

    /** Without these words, nothing is known of the other keys. */
    private static boolean checkSelected(RecordComponent component, MappingNode map, Findings findings) {
        String key = component.getAnnotation(Selected.class).by();
        List<String> words = Arrays.stream(component.getType().getPermittedSubclasses())
                .map(Words::of)
                .toList();
        Optional<ScalarNode> given = scalar(map, key);
        if (given.isPresent() && words.contains(given.get().getValue())) {
            return true;
        }
        Violation violation = Violation.at(key).allowed(Words.list(words));
        if (given.isEmpty()) {
            findings.add(violation.given("nothing").todo("add the key; the others are checked after"));
        } else {
            String todo = Nearest.to(given.get().getValue(), words)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("the other keys are checked after");
            findings.add(violation.given(Quote.of(given.get().getValue())).todo(todo), Entries.positionOf(given.get()));
        }
        return false;
    }

    private static Optional<ScalarNode> scalar(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode word
                        && word.getValue().equals(key))
                .map(tuple -> tuple.getValueNode())
                .filter(node -> node instanceof ScalarNode && !node.getTag().equals(Tag.NULL))
                .map(ScalarNode.class::cast)
                .findFirst();
    }
}
