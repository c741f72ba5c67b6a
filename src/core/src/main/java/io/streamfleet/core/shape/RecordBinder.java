package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Binds maps to records, component by component. A component that is missing or wrong is replaced by its default or
 * example once that has been told, so that the rest is still checked.
 */
final class RecordBinder {
    private static final Map<String, Node> OWN_TEXTS = new ConcurrentHashMap<>();

    private final Cloud cloud;
    private final Findings findings;
    private final Binder values;
    private final Recovery recovery;

    RecordBinder(Cloud cloud, Findings findings, Binder values, Recovery recovery) {
        this.cloud = cloud;
        this.findings = findings;
        this.values = values;
        this.recovery = recovery;
    }

    /** Binds a map to a record and reports its unknown and missing keys. */
    Optional<Object> bind(Class<?> type, MappingNode node, String path) {
        Entries entries = Entries.of(node, path, findings);
        Optional<Object> bound = bind(type, entries, path);
        entries.report(findings);
        return bound;
    }

    /** Binds a record of one component to the node of that component. */
    Optional<Object> wrap(Class<?> type, Node node, String path) {
        RecordComponent component = Components.of(type)[0];
        return values.bind(component.getGenericType(), component, node, path).flatMap(value -> {
            try {
                return Optional.of(create(type, new Object[] {value}));
            } catch (InvalidSpecException e) {
                for (Violation violation : e.violations()) {
                    String own = violation.path().replaceFirst("^" + component.getName() + "\\.?", "");
                    findings.add(violation.movedTo(Violation.join(path, own)));
                }
                return Optional.empty();
            }
        });
    }

    /** Binds a scalar record whose first component is the node, and whose others are entries beside it. */
    Optional<Object> wrap(Class<?> type, Node node, Entries entries, String key, String path) {
        RecordComponent[] components = Components.of(type);
        Object[] bound = new Object[components.length];
        bound[0] = values.bind(components[0].getGenericType(), components[0], node, entries.childPath(key))
                .orElse(null);
        for (int i = 1; i < components.length; i++) {
            bound[i] = bindComponent(components[i], entries, path).orElse(null);
        }
        if (Arrays.asList(bound).contains(null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(create(type, bound));
        } catch (InvalidSpecException e) {
            for (Violation violation : e.violations()) {
                boolean first = violation.path().equals(components[0].getName());
                findings.add(first ? violation.movedTo(entries.childPath(key)) : violation.under(path));
            }
            return Optional.empty();
        }
    }

    private Optional<Object> bind(Class<?> type, Entries entries, String path) {
        RecordComponent[] components = Components.of(type);
        Object[] bound = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            bound[i] = bindComponent(components[i], entries, path).orElse(null);
        }
        if (Arrays.asList(bound).contains(null)) {
            return Optional.empty();
        }
        return construct(type, bound, path);
    }

    /** Creates the record; when its own bounds refuse it, tells so and goes on with the values they name replaced. */
    private Optional<Object> construct(Class<?> type, Object[] bound, String path) {
        try {
            return Optional.of(create(type, bound));
        } catch (InvalidSpecException e) {
            RecordComponent[] components = Components.of(type);
            for (Violation violation : e.violations()) {
                findings.add(violation
                        .movedTo(inWordsOf(components, violation.path()))
                        .under(path));
                replaceNamed(components, violation.path(), bound, path);
            }
        }
        try {
            return Optional.of(create(type, bound));
        } catch (InvalidSpecException e) {
            return Optional.empty();
        }
    }

    private void replaceNamed(RecordComponent[] components, String named, Object[] bound, String path) {
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            if (named.equals(name) || named.startsWith(name + ".") || named.startsWith(name + "[")) {
                Object replacement = replacement(components[i], path).orElse(null);
                bound[i] = replacement == null ? bound[i] : replacement;
            }
        }
    }

    /** Returns a violation's path with the component's name in the cloud's word. */
    private String inWordsOf(RecordComponent[] components, String path) {
        for (RecordComponent component : components) {
            String name = component.getName();
            if (path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "[")) {
                return Words.of(component, cloud) + path.substring(name.length());
            }
        }
        return path;
    }

    private Optional<Object> bindComponent(RecordComponent component, Entries entries, String path) {
        Selected selected = component.getAnnotation(Selected.class);
        if (selected != null) {
            return bindSelected(component, selected, entries, path);
        }
        if (component.isAnnotationPresent(Inline.class)) {
            otherClouds(component.getType(), entries);
            return bind(Kinds.inlined(component.getType(), cloud), entries, path);
        }
        if (!Words.existsOn(component, cloud)) {
            entries.elsewhere(component.getName(), Words.cloudsOf(component));
            return missing(component);
        }
        String key = Words.of(component, cloud);
        for (Cloud other : Cloud.values()) {
            entries.otherWord(Words.of(component, other), key);
        }
        Optional<Node> node = entries.value(key);
        if (node.isPresent()) {
            return values.bind(component.getGenericType(), component, node.get(), entries.childPath(key))
                    .or(() -> replacement(component, path));
        }
        return absent(component, entries, key, path);
    }

    /** Notes the keys that other clouds have where this one's are, so that they are refused by name. */
    private void otherClouds(Class<?> type, Entries entries) {
        if (type.isSealed()) {
            for (Class<?> option : type.getPermittedSubclasses()) {
                for (RecordComponent key : Components.of(option)) {
                    entries.elsewhere(Words.of(key, cloud), Words.cloudsOf(option));
                }
            }
        }
    }

    /** Returns the value of a key that is not there: nothing, or its default. */
    private Optional<Object> missing(RecordComponent component) {
        return component.getType() == Optional.class
                ? Optional.of(Optional.empty())
                : ownValue(component, Words.defaultOf(component, cloud).orElseThrow());
    }

    private Optional<Object> absent(RecordComponent component, Entries entries, String key, String path) {
        if (component.getType() == Optional.class || component.isAnnotationPresent(Default.class)) {
            return missing(component);
        }
        entries.missing(
                key,
                Violation.at(entries.childPath(key))
                        .given("nothing")
                        .allowed(Kinds.inWords(component.getGenericType(), component, cloud))
                        .todo("add the key" + Kinds.least(component.getType(), cloud)));
        return replacement(component, path);
    }

    private Optional<Object> bindSelected(RecordComponent component, Selected selected, Entries entries, String path) {
        List<Class<?>> options = List.of(component.getType().getPermittedSubclasses());
        List<String> words = options.stream().map(Words::of).toList();
        Optional<Node> word = entries.value(selected.by());
        if (word.isEmpty() || !(word.get() instanceof ScalarNode scalar) || !words.contains(scalar.getValue())) {
            return Optional.empty();
        }
        Class<?> option = options.get(words.indexOf(scalar.getValue()));
        if (selected.inline()) {
            return bind(option, entries, path);
        }
        String key = scalar.getValue();
        options.forEach(other -> entries.elsewhere(Words.of(other), Words.cloudsOf(other)));
        Optional<Node> node = entries.value(key);
        if (node.isPresent()) {
            return values.bindRecord(option, node.get(), entries.childPath(key)).or(() -> fallback(option, key));
        }
        entries.missing(
                key,
                Violation.at(entries.childPath(key))
                        .given("nothing")
                        .allowed("a map")
                        .todo("add the key" + Kinds.least(option, cloud)
                                + ": it says where on this cloud the deployment stands"));
        return fallback(option, key);
    }

    /** Returns what stands in for a component that is missing or wrong: its default or example. */
    private Optional<Object> replacement(RecordComponent component, String path) {
        String childPath = Violation.join(path, Words.of(component, cloud));
        if (component.getType() == Optional.class) {
            recovery.replaced(childPath, "");
            return Optional.of(Optional.empty());
        }
        Optional<String> text = Words.defaultOf(component, cloud).or(() -> Words.exampleOf(component, cloud));
        if (text.isEmpty()) {
            return fallback(component.getType(), childPath);
        }
        recovery.replaced(childPath, text.get());
        return ownValue(component, text.get());
    }

    private Optional<Object> fallback(Class<?> type, String path) {
        recovery.replaced(path, "");
        return type.isRecord() ? silently().bindRecord(type, ownNode("{}"), "") : Optional.empty();
    }

    private Optional<Object> ownValue(RecordComponent component, String text) {
        return silently().bind(component.getGenericType(), component, ownNode(text), "");
    }

    private Binder silently() {
        return new Binder(cloud, new Findings(new Source("")), new Recovery());
    }

    private static Node ownNode(String text) {
        return OWN_TEXTS.computeIfAbsent(text, YamlText::parseOwn);
    }

    private static Object create(Class<?> type, Object[] values) {
        RecordComponent[] components = Components.of(type);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSpecException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot create a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create a " + type.getSimpleName(), e);
        }
    }
}
