package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists every key that a description can have on a cloud, from the declarations that the reader follows. */
public final class KeyTable {
    private final Cloud cloud;
    private final List<Row> rows = new ArrayList<>();

    private KeyTable(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * One key.
     *
     * @param path its path; {@code NAME} stands for a key of the user's own
     * @param takes what it takes, in words
     * @param absent what its absence means: a default, {@code required}, or nothing
     * @param meaning what it is for
     */
    public record Row(String path, String takes, String absent, String meaning) {}

    /**
     * Returns the keys of a record.
     *
     * @param type the record
     * @param cloud the cloud whose keys are listed
     * @param words the words of its {@link Selected} components, by key
     */
    public static List<Row> of(Class<? extends Record> type, Cloud cloud, Map<String, String> words) {
        KeyTable table = new KeyTable(cloud);
        for (RecordComponent component : Components.of(type)) {
            Selected selected = component.getAnnotation(Selected.class);
            if (selected == null) {
                table.component(component, "");
            } else {
                table.selected(component, selected, words.get(selected.by()));
            }
        }
        return List.copyOf(table.rows);
    }

    private void selected(RecordComponent component, Selected selected, String word) {
        Class<?> option = Kinds.options(component.getType(), cloud).stream()
                .filter(each -> Words.of(each).equals(word))
                .findFirst()
                .orElseThrow();
        rows.add(new Row(selected.by(), word, "required", meaning(option)));
        if (!selected.inline()) {
            rows.add(new Row(word, "a map", "required", meaning(option)));
        }
        components(option, selected.inline() ? "" : word);
    }

    private void components(Class<?> type, String path) {
        for (RecordComponent component : Components.of(type)) {
            component(component, path);
        }
    }

    private void component(RecordComponent component, String path) {
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(Inline.class)) {
            components(type.isSealed() ? Kinds.options(type, cloud).get(0) : type, path);
            return;
        }
        if (!Words.existsOn(component, cloud)) {
            return;
        }
        String child = Violation.join(path, Words.of(component, cloud));
        rows.add(new Row(
                child,
                Kinds.inWords(component.getGenericType(), component, cloud),
                absent(component),
                meaning(component)));
        inside(component.getGenericType(), child);
    }

    private void inside(Type type, String path) {
        Class<?> raw = Binder.raw(type);
        if (raw == Optional.class || raw == List.class) {
            inside(Binder.argument(type, 0), path);
        } else if (raw == Map.class) {
            inside(Binder.argument(type, 1), Violation.join(path, "NAME"));
        } else if (raw.isAnnotationPresent(OneOf.class)) {
            List<Class<?>> options = Kinds.options(raw, cloud);
            options.forEach(option -> option(option, Violation.join(path, Words.of(option))));
            options.stream().filter(Words::hasCompanions).forEach(option -> companions(option, path));
        } else if (raw.isAnnotationPresent(ByNode.class)) {
            Kinds.options(raw, cloud).stream()
                    .filter(option -> !option.isAnnotationPresent(Scalar.class))
                    .forEach(option -> components(option, path));
        } else if (raw.isRecord() && !raw.getPackageName().endsWith(".value")) {
            components(raw, path);
        }
    }

    private void option(Class<?> option, String path) {
        boolean scalar = option.isAnnotationPresent(Scalar.class);
        RecordComponent[] components = Components.of(option);
        String takes = scalar
                ? Kinds.inWords(components[0].getGenericType(), components[0], cloud)
                : components.length == 0 ? "an empty map, {}" : "a map";
        rows.add(new Row(path, takes, "", meaning(option)));
        if (!scalar) {
            components(option, path);
        }
    }

    /** Several options of a choice may have the same key beside theirs. */
    private void companions(Class<?> option, String path) {
        RecordComponent[] components = Components.of(option);
        for (int i = 1; i < components.length; i++) {
            String child = Violation.join(path, Words.of(components[i], cloud));
            if (rows.stream().noneMatch(row -> row.path().equals(child))) {
                component(components[i], path);
            }
        }
    }

    private String absent(RecordComponent component) {
        return Words.defaultOf(component, cloud).orElse(component.getType() == Optional.class ? "" : "required");
    }

    private static String meaning(AnnotatedElement element) {
        Doc doc = element.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }
}
