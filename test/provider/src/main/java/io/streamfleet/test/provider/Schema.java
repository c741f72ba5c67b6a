package io.streamfleet.test.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What a resource, an ephemeral value or a provider's settings may hold.
 *
 * @param version of the state that is kept of it
 * @param block its attributes and nested blocks
 */
record Schema(long version, Block block) {
    /** Attributes and nested blocks, each by name. */
    record Block(Map<String, Attribute> attributes, Map<String, NestedBlock> blocks) {
        static Block read(JsonNode json) {
            return new Block(
                    each(json.path("attributes"), Attribute::read), each(json.path("block_types"), NestedBlock::read));
        }
    }

    /**
     * One attribute.
     *
     * @param type Terraform's notation of its type, such as {@code ["list","string"]}
     * @param computed the cloud gives the value where none is configured
     * @param writeOnly sent, and kept in neither plan nor state
     */
    record Attribute(
            String name,
            JsonNode type,
            boolean required,
            boolean optional,
            boolean computed,
            boolean sensitive,
            boolean deprecated,
            boolean writeOnly) {
        static Attribute read(String name, JsonNode json) {
            if (json.has("nested_type")) {
                throw new IllegalArgumentException(
                        name + ": attributes with a nested type need version 6 of the protocol");
            }
            return new Attribute(
                    name,
                    json.path("type"),
                    json.path("required").asBoolean(),
                    json.path("optional").asBoolean(),
                    json.path("computed").asBoolean(),
                    json.path("sensitive").asBoolean(),
                    json.path("deprecated").asBoolean(),
                    json.path("write_only").asBoolean());
        }

        boolean isGivenByTheCloudAlone() {
            return computed && !optional && !required;
        }

        boolean isText() {
            return type.asText().equals("string");
        }
    }

    /**
     * A kind of block within a block.
     *
     * @param most 0 for any number
     */
    record NestedBlock(Block block, Nesting nesting, long least, long most) {
        static NestedBlock read(String name, JsonNode json) {
            return new NestedBlock(
                    Block.read(json.path("block")),
                    Nesting.of(json.path("nesting_mode").asText()),
                    json.path("min_items").asLong(),
                    json.path("max_items").asLong());
        }
    }

    /** How the blocks of one kind are held; the order is the protocol's, from 1. */
    enum Nesting {
        SINGLE,
        LIST,
        SET,
        MAP,
        GROUP;

        static Nesting of(String mode) {
            return switch (mode) {
                case "single" -> SINGLE;
                case "list" -> LIST;
                case "set" -> SET;
                case "map" -> MAP;
                case "group" -> GROUP;
                default -> throw new IllegalArgumentException("no nesting mode: " + mode);
            };
        }
    }

    static Schema read(JsonNode json) {
        return new Schema(json.path("version").asLong(), Block.read(json.path("block")));
    }

    static <T> Map<String, T> each(JsonNode json, BiFunction<String, JsonNode, T> read) {
        var found = new TreeMap<String, T>();
        json.forEachEntry((name, value) -> found.put(name, read.apply(name, value)));
        return Collections.unmodifiableMap(found);
    }
}
