package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Durations;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Binds YAML nodes to values of the types that records declare. What does not fit goes to the findings, and binding goes
 * on, so that one run tells everything.
 */
final class Binder {
    private final Cloud cloud;
    private final Findings findings;
    private final RecordBinder records;

    Binder(Cloud cloud, Findings findings, Recovery recovery) {
        this.cloud = cloud;
        this.findings = findings;
        this.records = new RecordBinder(cloud, findings, this, recovery);
    }

    /** Binds a node to a type; empty, with the reason among the findings, when it does not fit. */
    Optional<Object> bind(Type type, AnnotatedElement declared, Node node, String path) {
        Class<?> raw = raw(type);
        if (node.getTag().equals(Tag.NULL)) {
            return misfit(path, "nothing", Kinds.inWords(type, declared, cloud), "give a value or remove the key");
        }
        if (raw == Optional.class) {
            return bind(argument(type, 0), declared, node, path).map(Optional::of);
        }
        if (raw == List.class) {
            return bindList(argument(type, 0), declared, node, path);
        }
        if (raw == Map.class) {
            return bindMap(type, declared, node, path);
        }
        if (raw.isSealed()) {
            return bindSealed(raw, node, path);
        }
        if (raw.isRecord() && raw != Cidr.class) {
            return bindRecord(raw, node, path);
        }
        return node instanceof ScalarNode scalar
                ? bindScalar(type, declared, scalar, path)
                : misfit(path, Kinds.of(node), Kinds.inWords(type, declared, cloud), "");
    }

    Optional<Object> bindRecord(Class<?> type, Node node, String path) {
        return node instanceof MappingNode map
                ? records.bind(type, map, path)
                : misfit(path, Kinds.of(node), "a map", "");
    }

    private Optional<Object> bindList(Type item, AnnotatedElement declared, Node node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            return misfit(path, Kinds.of(node), "a list", "put it in brackets: [ … ]");
        }
        List<Object> items = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node child = sequence.getValue().get(i);
            String childPath = path + "[" + i + "]";
            findings.source().put(childPath, Entries.positionOf(child));
            Optional<Object> value = bind(item, declared, child, childPath);
            value.ifPresent(items::add);
            whole &= value.isPresent();
        }
        return whole ? Optional.of(items) : Optional.empty();
    }

    private Optional<Object> bindMap(Type type, AnnotatedElement declared, Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            return misfit(path, Kinds.of(node), "a map", "");
        }
        Map<Object, Object> items = new LinkedHashMap<>();
        Entries entries = Entries.of(mapping, path, findings);
        boolean whole = true;
        for (String key : entries.keys()) {
            String childPath = entries.childPath(key);
            Optional<Object> boundKey = bindKey(raw(argument(type, 0)), key, childPath);
            Optional<Object> value =
                    bind(argument(type, 1), declared, entries.value(key).orElseThrow(), childPath);
            if (boundKey.isPresent() && value.isPresent()) {
                items.put(boundKey.get(), value.get());
            } else {
                whole = false;
            }
        }
        return whole ? Optional.of(items) : Optional.empty();
    }

    private Optional<Object> bindKey(Class<?> type, String key, String path) {
        return type.isEnum() ? constant(type, key, path) : Optional.of(key);
    }

    private Optional<Object> bindSealed(Class<?> type, Node node, String path) {
        List<Class<?>> options = Kinds.options(type, cloud);
        if (type.isAnnotationPresent(ByNode.class)) {
            return options.stream()
                    .filter(option -> Kinds.isOf(option, node))
                    .findFirst()
                    .map(option -> bindOption(option, node, path))
                    .orElseGet(() -> misfit(path, Kinds.of(node), Kinds.alternatives(type, cloud), ""));
        }
        List<String> words = options.stream().map(Words::of).toList();
        if (!(node instanceof MappingNode map)) {
            return misfit(path, Kinds.of(node), "a map with exactly one of the keys " + Words.list(words), "");
        }
        Entries entries = Entries.of(map, path, findings);
        List<Class<?>> named = options.stream()
                .filter(option -> entries.keys().contains(Words.of(option)))
                .toList();
        if (named.size() == 1 && Words.hasCompanions(named.get(0))) {
            return bindBeside(named.get(0), entries, path);
        }
        if (entries.keys().size() != 1) {
            String given = entries.keys().isEmpty() ? "no key" : "the keys " + String.join(", ", entries.keys());
            return misfit(path, given, "exactly one of the keys " + Words.list(words), "");
        }
        String word = entries.keys().iterator().next();
        for (Class<?> option : options) {
            if (Words.of(option).equals(word)) {
                return bindOption(option, entries.value(word).orElseThrow(), entries.childPath(word));
            }
        }
        words.forEach(entries::value);
        for (Class<?> option : type.getPermittedSubclasses()) {
            entries.elsewhere(Words.of(option), Words.cloudsOf(option));
        }
        entries.report(findings);
        return Optional.empty();
    }

    /** Binds an option that has keys beside its own. */
    private Optional<Object> bindBeside(Class<?> option, Entries entries, String path) {
        String key = Words.of(option);
        Optional<Object> bound = records.wrap(option, entries.value(key).orElseThrow(), entries, key, path);
        entries.report(findings);
        return bound;
    }

    private Optional<Object> bindOption(Class<?> option, Node node, String path) {
        return option.isAnnotationPresent(Scalar.class)
                ? records.wrap(option, node, path)
                : bindRecord(option, node, path);
    }

    private Optional<Object> bindScalar(Type type, AnnotatedElement declared, ScalarNode node, String path) {
        Class<?> raw = raw(type);
        String text = node.getValue();
        String allowed = Kinds.inWords(type, declared, cloud);
        if (raw == boolean.class) {
            return Plain.isTrueOrFalse(node)
                    ? Optional.of(Boolean.valueOf(text))
                    : misfit(path, shown(declared, text), allowed, Plain.remedyOfTrueOrFalse(node));
        }
        if (raw == int.class || raw == Integer.class) {
            return Plain.isWholeNumber(node)
                    ? Optional.of(Integer.valueOf(text))
                    : misfit(path, shown(declared, text), allowed, Plain.remedyOfWholeNumber(node));
        }
        if (!node.getTag().equals(Tag.STR)) {
            return misfit(
                    path,
                    Kinds.of(node) + ", " + shown(declared, text),
                    allowed,
                    raw == Duration.class ? "add its unit" : "put it in quotes");
        }
        if (raw.isEnum()) {
            return constant(raw, text, path);
        }
        if (raw == Duration.class) {
            return parsed(Durations::parse, text, path);
        }
        return raw == Cidr.class ? parsed(Cidr::parse, text, path) : Optional.of(text);
    }

    private Optional<Object> constant(Class<?> type, String text, String path) {
        for (Object constant : type.getEnumConstants()) {
            if (Words.of((Enum<?>) constant).equals(text)) {
                return Optional.of(constant);
            }
        }
        List<String> words = Words.ofConstants(type);
        String todo = Nearest.to(text, words)
                .map(near -> "did you mean " + near + "?")
                .orElse("");
        return misfit(path, Quote.of(text), Words.list(words), todo);
    }

    private Optional<Object> parsed(Function<String, Object> parser, String text, String path) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            return misfit(path, Quote.of(text), e.getMessage(), "");
        }
    }

    private static String shown(AnnotatedElement declared, String text) {
        Matches matches = declared.getAnnotation(Matches.class);
        return matches == null || matches.echo() ? Quote.of(text) : "a text that is none";
    }

    private Optional<Object> misfit(String path, String given, String allowed, String todo) {
        findings.add(Violation.at(path).given(given).allowed(allowed).todo(todo));
        return Optional.empty();
    }

    static Type value(Class<?> scalarRecord) {
        return Components.of(scalarRecord)[0].getGenericType();
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
