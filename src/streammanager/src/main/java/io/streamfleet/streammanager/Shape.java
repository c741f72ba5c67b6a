package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.StreamManagerException.Kind.STRANGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a JSON document that knows where it is in it, and says so when it is not what the API has there.
 *
 * <p>Keys that nobody asks for are let be. Numbers are whole where their value is: {@code 2}, {@code 2.0} and {@code "2"}
 * are one, since the vendor's own scripts and answers write all three.
 */
final class Shape {
    private final JsonNode node;
    private final String path;
    private final Function<String, RuntimeException> refusal;

    private Shape(JsonNode node, String path, Function<String, RuntimeException> refusal) {
        this.node = node;
        this.path = path;
        this.refusal = refusal;
    }

    /** Looks at an answer to a request. */
    static Shape ofAnswer(String request, JsonNode node) {
        return new Shape(
                node,
                "",
                fault -> new StreamManagerException(STRANGE, 0, request + ": the answer is not the API's: " + fault));
    }

    /** Looks at a document of the caller's own. */
    static Shape ofDocument(JsonNode node) {
        return new Shape(node, "", IllegalArgumentException::new);
    }

    /** Returns what is under a key, which must be there. */
    Shape key(String key) {
        return find(key)
                .orElseThrow(() -> node.isObject() ? wrong(below(key), "nothing", "given") : wrong("an object"));
    }

    /** Returns what is under a key; null is nothing. */
    Optional<Shape> find(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(found -> !found.isNull())
                .map(found -> new Shape(found, below(key), refusal));
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Returns the items of an array. */
    List<Shape> items() {
        if (!node.isArray()) {
            throw wrong("an array");
        }
        List<Shape> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Shape(node.get(i), path + "[" + i + "]", refusal));
        }
        return items;
    }

    /** Returns a text, without anything that a terminal would act upon. */
    String text() {
        if (!node.isTextual()) {
            throw wrong("a text");
        }
        return Answers.harmless(node.textValue());
    }

    /** Returns a text, or an array as its JSON. */
    String textOrJson() {
        return node.isTextual() ? text() : Answers.harmless(node.toString());
    }

    /** Returns a whole number. */
    long whole() {
        try {
            if (node.isNumber() || node.isTextual()) {
                return new BigDecimal(node.asText().strip()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong("a whole number");
        }
        throw wrong("a whole number");
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isText() {
        return node.isTextual();
    }

    private RuntimeException wrong(String allowed) {
        return wrong(path.isEmpty() ? "the whole" : path, kind(), allowed);
    }

    private RuntimeException wrong(String where, String given, String allowed) {
        return refusal.apply(where + ": got " + given + ", must be " + allowed);
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "\"" + Answers.plain(node.textValue()) + "\"";
            default -> Answers.plain(node.toString());
        };
    }
}
