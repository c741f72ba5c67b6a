package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Durations;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Says in words what a node is and what a type takes. */
final class Kinds {
    private Kinds() {}

    /** Says what a node is. */
    static String of(Node node) {
        if (node instanceof MappingNode) {
            return "a map";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            return "a number";
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return "true or false";
        }
        return node.getTag().equals(Tag.STR)
                ? "a text"
                : "the tag " + Quote.of(node.getTag().getValue());
    }

    /** Says what a type takes. */
    static String inWords(Type type, AnnotatedElement declared, Cloud cloud) {
        Class<?> raw = Binder.raw(type);
        if (raw == Optional.class) {
            return inWords(Binder.argument(type, 0), declared, cloud);
        }
        if (raw == boolean.class) {
            return "true or false";
        }
        if (raw == int.class || raw == Integer.class) {
            Range range = declared.getAnnotation(Range.class);
            return "a whole number" + (range == null ? "" : ", " + Bounds.inWords(range));
        }
        if (raw.isEnum()) {
            return Words.list(Words.ofConstants(raw));
        }
        if (raw == Duration.class) {
            return Durations.IS;
        }
        if (raw == Cidr.class) {
            return "an IPv4 range, such as 10.20.0.0/16";
        }
        if (raw == List.class) {
            return "a list";
        }
        if (raw.isAnnotationPresent(OneOf.class)) {
            return "a map with exactly one of the keys "
                    + Words.list(options(raw, cloud).stream().map(Words::of).toList());
        }
        if (raw.isAnnotationPresent(ByNode.class)) {
            return alternatives(raw, cloud);
        }
        Matches matches = declared.getAnnotation(Matches.class);
        return raw == String.class && matches != null ? matches.is() : "a map";
    }

    /** Says which keys a map of a type has at the least, such as {@code , with region and network}; empty for no map. */
    static String least(Class<?> type, Cloud cloud) {
        if (!type.isRecord() || type.isAnnotationPresent(Scalar.class) || type == Cidr.class) {
            return "";
        }
        List<String> keys = required(type, cloud).toList();
        int last = keys.size() - 1;
        return keys.isEmpty()
                ? ""
                : ", with " + (last == 0 ? "" : String.join(", ", keys.subList(0, last)) + " and ") + keys.get(last);
    }

    private static Stream<String> required(Class<?> type, Cloud cloud) {
        return Arrays.stream(Components.of(type))
                .filter(each -> Words.existsOn(each, cloud)
                        && each.getType() != Optional.class
                        && !each.isAnnotationPresent(Default.class)
                        && !each.isAnnotationPresent(Selected.class))
                .flatMap(each -> each.isAnnotationPresent(Inline.class)
                        ? required(inlined(each.getType(), cloud), cloud)
                        : Stream.of(Words.of(each, cloud)));
    }

    /** Returns the record whose keys stand in place of a component's: of the cloud's own, where there are several. */
    static Class<?> inlined(Class<?> type, Cloud cloud) {
        return type.isSealed() ? options(type, cloud).get(0) : type;
    }

    /** Says what the permitted records of a type told apart by the node take. */
    static String alternatives(Class<?> byNode, Cloud cloud) {
        return options(byNode, cloud).stream()
                .map(option -> option.isAnnotationPresent(Scalar.class)
                        ? inWords(Binder.value(option), Components.of(option)[0], cloud)
                        : "a map")
                .collect(Collectors.joining(", or "));
    }

    /** Returns whether a permitted record of such a type is written as a node like this. */
    static boolean isOf(Class<?> option, Node node) {
        if (!option.isAnnotationPresent(Scalar.class)) {
            return node instanceof MappingNode;
        }
        return Binder.raw(Binder.value(option)) == List.class
                ? node instanceof SequenceNode
                : node instanceof ScalarNode;
    }

    /** Returns the permitted records of a sealed type that exist on a cloud, in the order of their declaration. */
    static List<Class<?>> options(Class<?> sealed, Cloud cloud) {
        return Arrays.<Class<?>>stream(sealed.getPermittedSubclasses())
                .filter(option -> Words.existsOn(option, cloud))
                .toList();
    }
}
