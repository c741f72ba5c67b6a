package io.streamfleet.test.provider;

import io.streamfleet.test.provider.Schema.Attribute;
import io.streamfleet.test.provider.Schema.Block;
import io.streamfleet.test.provider.Schema.NestedBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Goes through what a block holds, nested blocks too, and gives every attribute a value. */
final class Blocks {
    /** Gives the value of an attribute from the one that is there. */
    interface Filling {
        Object value(Attribute attribute, Object given);
    }

    private Blocks() {}

    /** Returns the block with each attribute's value replaced; as it is where it is absent or not known as a whole. */
    static Object map(Block block, Object given, Filling filling) {
        if (given == null || given instanceof Unknown) {
            return given;
        }
        Map<String, Object> held = Values.object(given);
        var made = new LinkedHashMap<String, Object>();
        block.attributes().forEach((name, attribute) -> made.put(name, filling.value(attribute, held.get(name))));
        block.blocks().forEach((name, nested) -> made.put(name, nested(nested, held.get(name), filling)));
        return made;
    }

    private static Object nested(NestedBlock nested, Object given, Filling filling) {
        Block block = nested.block();
        return switch (nested.nesting()) {
            case SINGLE, GROUP -> map(block, given, filling);
            case LIST, SET -> given instanceof List<?> list ? list(block, list, filling) : given;
            case MAP -> given instanceof Map<?, ?> map ? byKey(block, map, filling) : given;
        };
    }

    private static List<Object> list(Block block, List<?> given, Filling filling) {
        var made = new ArrayList<Object>(given.size());
        given.forEach(each -> made.add(map(block, each, filling)));
        return made;
    }

    private static Map<String, Object> byKey(Block block, Map<?, ?> given, Filling filling) {
        var made = new LinkedHashMap<String, Object>();
        given.forEach((key, each) -> made.put((String) key, map(block, each, filling)));
        return made;
    }

    /** Takes each attribute of a block and of those nested in it, with its value. */
    static void forEach(Block block, Object given, BiConsumer<Attribute, Object> taker) {
        map(block, given, (attribute, value) -> {
            taker.accept(attribute, value);
            return value;
        });
    }
}
