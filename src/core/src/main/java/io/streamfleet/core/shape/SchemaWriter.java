package io.streamfleet.core.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.Cloud;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Durations;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes the schemas of types on one cloud; each record once, as a definition. */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Cloud cloud;
    private final ObjectNode definitions;

    SchemaWriter(Cloud cloud, ObjectNode definitions) {
        this.cloud = cloud;
        this.definitions = definitions;
    }

    /** Returns the schema of a record whose {@link Selected} components have these words. */
    ObjectNode chosen(Class<?> type, List<String> words) {
        ObjectNode schema = emptyObject();
        int next = 0;
        for (RecordComponent component : Components.of(type)) {
            Selected selected = component.getAnnotation(Selected.class);
            if (selected == null) {
                addComponent(schema, component);
                continue;
            }
            String word = words.get(next++);
            ((ObjectNode) schema.get("properties")).putObject(selected.by()).put("const", word);
            schema.withArray("required").add(selected.by());
            Class<?> option = Kinds.options(component.getType(), cloud).stream()
                    .filter(each -> Words.of(each).equals(word))
                    .findFirst()
                    .orElseThrow();
            if (selected.inline()) {
                addComponents(schema, option);
            } else {
                ((ObjectNode) schema.get("properties")).set(word, reference(option));
                schema.withArray("required").add(word);
            }
        }
        return schema;
    }

    private static ObjectNode emptyObject() {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        schema.putObject("properties");
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode reference(Class<?> record) {
        String name =
                cloud.key() + "." + record.getName().replaceFirst("^.*\\.", "").replace('$', '.');
        if (!definitions.has(name)) {
            ObjectNode schema = emptyObject();
            definitions.set(name, schema);
            addComponents(schema, record);
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private void addComponents(ObjectNode schema, Class<?> type) {
        for (RecordComponent component : Components.of(type)) {
            addComponent(schema, component);
        }
    }

    private void addComponent(ObjectNode schema, RecordComponent component) {
        if (component.isAnnotationPresent(Inline.class)) {
            Class<?> type = component.getType();
            addComponents(schema, type.isSealed() ? Kinds.options(type, cloud).get(0) : type);
            return;
        }
        if (!Words.existsOn(component, cloud)) {
            return;
        }
        String key = Words.of(component, cloud);
        ObjectNode property = of(component.getGenericType(), component);
        Optional.ofNullable(component.getAnnotation(Doc.class))
                .ifPresent(doc -> property.put("description", doc.value()));
        Optional<String> fallback = Words.defaultOf(component, cloud);
        if (fallback.isPresent()) {
            property.set("default", json(YamlText.parseOwn(fallback.get())));
        } else if (component.getType() != Optional.class) {
            schema.withArray("required").add(key);
            Words.exampleOf(component, cloud)
                    .ifPresent(example -> property.putArray("examples").add(json(YamlText.parseOwn(example))));
        }
        ((ObjectNode) schema.get("properties")).set(key, property);
    }

    private ObjectNode of(Type type, AnnotatedElement declared) {
        Class<?> raw = Binder.raw(type);
        if (raw == Optional.class) {
            return of(Binder.argument(type, 0), declared);
        }
        if (raw == List.class) {
            ObjectNode schema = JSON.objectNode().put("type", "array");
            schema.set("items", of(Binder.argument(type, 0), declared));
            return schema;
        }
        if (raw == Map.class) {
            return map(type, declared);
        }
        if (raw.isSealed()) {
            return choice(raw);
        }
        return raw.isRecord() && raw != Cidr.class ? reference(raw) : scalar(raw, declared);
    }

    private ObjectNode map(Type type, AnnotatedElement declared) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        Class<?> key = Binder.raw(Binder.argument(type, 0));
        Matches matches = declared.getAnnotation(Matches.class);
        if (key.isEnum()) {
            Words.ofConstants(key).forEach(schema.putObject("propertyNames").putArray("enum")::add);
        } else if (matches != null && !matches.keys().isEmpty()) {
            schema.putObject("propertyNames").put("pattern", whole(matches.keys()));
        }
        schema.set("additionalProperties", of(Binder.argument(type, 1), declared));
        return schema;
    }

    private ObjectNode choice(Class<?> type) {
        List<Class<?>> options = Kinds.options(type, cloud);
        if (type.isAnnotationPresent(ByNode.class)) {
            ObjectNode schema = JSON.objectNode();
            ArrayNode each = schema.putArray("oneOf");
            options.forEach(
                    option -> each.add(option.isAnnotationPresent(Scalar.class) ? wrapped(option) : reference(option)));
            return schema;
        }
        if (options.stream().anyMatch(Words::hasCompanions)) {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            ArrayNode each = schema.putArray("oneOf");
            options.forEach(option -> each.add(beside(option)));
            return schema;
        }
        ObjectNode schema = emptyObject();
        schema.put("minProperties", 1);
        schema.put("maxProperties", 1);
        options.forEach(option -> addOption(schema, option));
        return schema;
    }

    private void addOption(ObjectNode schema, Class<?> option) {
        ObjectNode property = option.isAnnotationPresent(Scalar.class) ? wrapped(option) : reference(option);
        Optional.ofNullable(option.getAnnotation(Doc.class)).ifPresent(doc -> property.put("description", doc.value()));
        ((ObjectNode) schema.get("properties")).set(Words.of(option), property);
    }

    /** An option as a map of its own: its key, and the keys that may stand beside it. */
    private ObjectNode beside(Class<?> option) {
        ObjectNode schema = emptyObject();
        addOption(schema, option);
        schema.putArray("required").add(Words.of(option));
        if (Words.hasCompanions(option)) {
            RecordComponent[] components = Components.of(option);
            for (int i = 1; i < components.length; i++) {
                addComponent(schema, components[i]);
            }
        }
        return schema;
    }

    private ObjectNode wrapped(Class<?> option) {
        RecordComponent component = Components.of(option)[0];
        return of(component.getGenericType(), component);
    }

    private static ObjectNode scalar(Class<?> type, AnnotatedElement declared) {
        ObjectNode schema = JSON.objectNode();
        Range range = declared.getAnnotation(Range.class);
        if (type == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            schema.put("type", "integer");
            if (range != null && !range.min().isEmpty()) {
                schema.put("minimum", Long.parseLong(range.min()));
            }
            if (range != null && !range.max().isEmpty()) {
                schema.put("maximum", Long.parseLong(range.max()));
            }
            return schema;
        }
        if (type.isEnum()) {
            Words.ofConstants(type).forEach(schema.putArray("enum")::add);
            return schema;
        }
        schema.put("type", "string");
        if (type == Duration.class) {
            return schema.put("pattern", whole(Durations.FORM));
        }
        if (type == Cidr.class) {
            return schema.put("pattern", whole("[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}"));
        }
        Matches matches = declared.getAnnotation(Matches.class);
        return matches == null ? schema : schema.put("pattern", whole(matches.value()));
    }

    private static String whole(String regex) {
        return "^(?:" + regex + ")$";
    }

    private static JsonNode json(Node node) {
        if (node instanceof MappingNode map) {
            ObjectNode object = JSON.objectNode();
            map.getValue()
                    .forEach(tuple ->
                            object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        String text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.INT)) {
            return JSON.numberNode(Integer.parseInt(text));
        }
        return node.getTag().equals(Tag.BOOL) ? JSON.booleanNode(Boolean.parseBoolean(text)) : JSON.textNode(text);
    }
}
