package io.streamfleet.core.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.Cloud;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Writes the JSON Schema (2020-12) of a record, from the declarations that the reader follows. */
public final class JsonSchema {
    /** The dialect of the schema. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonSchema() {}

    /**
     * Returns the schema of a record whose keys depend on the words of other keys ({@link Selected}).
     *
     * @param type the record
     * @param title what the schema describes
     */
    public static ObjectNode of(Class<? extends Record> type, String title) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("title", title);
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        List<RecordComponent> selected = Arrays.stream(Components.of(type))
                .filter(component -> component.isAnnotationPresent(Selected.class))
                .toList();
        for (RecordComponent component : selected) {
            String by = component.getAnnotation(Selected.class).by();
            required.add(by);
            words(component).forEach(properties.putObject(by).putArray("enum")::add);
        }
        ObjectNode definitions = JSON.objectNode();
        ArrayNode cases = schema.putArray("allOf");
        combine(type, selected, new String[selected.size()], 0, cases, definitions);
        schema.set("$defs", definitions);
        return schema;
    }

    private static List<String> words(RecordComponent component) {
        return Arrays.stream(component.getType().getPermittedSubclasses())
                .map(Words::of)
                .toList();
    }

    /** Adds a case for each combination of words: if these are chosen, then the map looks so. */
    private static void combine(
            Class<?> type,
            List<RecordComponent> selected,
            String[] chosen,
            int index,
            ArrayNode cases,
            ObjectNode definitions) {
        if (index < selected.size()) {
            for (String word : words(selected.get(index))) {
                chosen[index] = word;
                combine(type, selected, chosen, index + 1, cases, definitions);
            }
            return;
        }
        ObjectNode condition = JSON.objectNode();
        ObjectNode then = JSON.objectNode();
        Cloud cloud = Cloud.AWS;
        for (int i = 0; i < chosen.length; i++) {
            String by = selected.get(i).getAnnotation(Selected.class).by();
            condition.putObject(by).put("const", chosen[i]);
            if (by.equals(RecordReader.CLOUD)) {
                cloud = cloud(chosen[i]);
            }
        }
        String name = String.join("-", chosen);
        definitions.set(name, new SchemaWriter(cloud, definitions).chosen(type, List.of(chosen)));
        then.put("$ref", "#/$defs/" + name);
        ObjectNode each = cases.addObject();
        ObjectNode test = each.putObject("if");
        test.set("properties", condition);
        condition.fieldNames().forEachRemaining(test.withArray("required")::add);
        each.set("then", then);
    }

    private static Cloud cloud(String word) {
        return Arrays.stream(Cloud.values())
                .filter(each -> each.key().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
