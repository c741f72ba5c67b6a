package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A CloudFormation template. */
record Template(JsonNode json) implements Resources<Template.Resource> {
    /** One of its resources. */
    record Resource(String id, JsonNode json) implements Typed {
        @Override
        public String type() {
            return json.path("Type").asText();
        }

        /** Returns a property by its names, such as {@code "LaunchTemplateData", "ImageId"}. */
        JsonNode property(String... names) {
            JsonNode node = json.path("Properties");
            for (String name : names) {
                node = node.path(name);
            }
            return node;
        }

        /** Returns the text of a property, with references as {@code «Id»} and {@code «Id.Attribute»}. */
        String text(String... names) {
            return Template.text(property(names));
        }

        @Override
        public String toString() {
            return id + " (" + type() + ")";
        }
    }

    /** Returns all resources, by logical id. */
    @Override
    public List<Resource> resources() {
        Map<String, Resource> sorted = new TreeMap<>();
        json.path("Resources")
                .properties()
                .forEach(each -> sorted.put(each.getKey(), new Resource(each.getKey(), each.getValue())));
        return List.copyOf(sorted.values());
    }

    /** Returns the resource that a reference means. */
    Resource referred(JsonNode reference) {
        String id = reference.has("Ref")
                ? reference.path("Ref").asText()
                : reference.path("Fn::GetAtt").path(0).asText();
        return resources().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource for " + reference));
    }

    /** Returns the names of the outputs. */
    List<String> outputs() {
        return json.path("Outputs").properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Returns a copy with a change in it. */
    Template with(Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy);
        return new Template(copy);
    }

    /** Returns the whole template as one text. */
    String text() {
        return Json.sorted(json);
    }

    /** Returns a value as text, with references as {@code «Id»} and {@code «Id.Attribute»}. */
    static String text(JsonNode value) {
        if (value instanceof MissingNode) {
            return "";
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.isArray()) {
            return items(value).stream().map(Template::text).collect(Collectors.joining(","));
        }
        String function =
                value.properties().stream().map(Map.Entry::getKey).findFirst().orElse("");
        JsonNode of = value.path(function);
        if (value.size() != 1) {
            return value.toString();
        }
        return switch (function) {
            case "Ref" -> "«" + of.asText() + "»";
            case "Fn::GetAtt" -> "«" + items(of).stream().map(JsonNode::asText).collect(Collectors.joining(".")) + "»";
            case "Fn::Join" ->
                items(of.path(1)).stream()
                        .map(Template::text)
                        .collect(Collectors.joining(of.path(0).asText()));
            case "Fn::Base64" -> text(of);
            default -> "«" + value + "»";
        };
    }

    /** Returns the items of a list. */
    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
