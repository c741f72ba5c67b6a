package io.streamfleet.test.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One check of a resource's configuration. Paths are attribute names with dots between blocks; of blocks that are lists,
 * every one is checked. A value that is not known yet passes.
 */
interface Check {
    /** Returns what stands against the configuration. */
    List<Diagnostic> check(Map<String, Object> config);

    /** Returns a check that a text, where there is one, is as a pattern wants it. */
    static Check matches(String path, String pattern, String allowed) {
        Predicate<String> whole = Pattern.compile(pattern).asMatchPredicate();
        return each(path, value -> value instanceof String text && !whole.test(text), allowed);
    }

    /** Returns a check that a value, where there is one, is one of a few. */
    static Check oneOf(String path, String... allowed) {
        return each(
                path,
                value -> value instanceof String text && !List.of(allowed).contains(text),
                "one of " + String.join(", ", allowed));
    }

    /** Returns a check that a number, where there is one, lies between two others or is one of them. */
    static Check between(String path, long least, long most) {
        return each(
                path,
                value -> value instanceof BigDecimal number
                        && (number.compareTo(BigDecimal.valueOf(least)) < 0
                                || number.compareTo(BigDecimal.valueOf(most)) > 0),
                least + " to " + most);
    }

    /** Returns a check that a text, where there is one, is base64. */
    static Check isBase64(String path) {
        return each(path, value -> value instanceof String text && !isBase64Text(text), "base64");
    }

    private static boolean isBase64Text(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a check that a time of ISO 8601, where there is one, lies between two others or is one of them. */
    static Check isTimeBetween(String path, String least, String most) {
        return each(path, value -> value instanceof String text && !isTime(text, least, most), least + " to " + most);
    }

    private static boolean isTime(String text, String least, String most) {
        try {
            Duration time = Duration.parse(text);
            return time.compareTo(Duration.parse(least)) >= 0 && time.compareTo(Duration.parse(most)) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Returns a check that a value is not a certain one. */
    static Check isNot(String path, Object refused) {
        return each(path, refused::equals, "another");
    }

    /** Returns a check that of some attributes or blocks of one block, exactly one is there. */
    static Check exactlyOneOf(String block, String... names) {
        return count(block, names, 1, 1, "exactly one of ");
    }

    /** Returns a check that of some attributes or blocks of one block, no two are there together. */
    static Check atMostOneOf(String block, String... names) {
        return count(block, names, 0, 1, "at most one of ");
    }

    /** Returns a check that of some attributes or blocks of one block, one is there or more. */
    static Check atLeastOneOf(String block, String... names) {
        return count(block, names, 1, names.length, "at least one of ");
    }

    /** Returns a check that where one attribute of a block is there, the other is as well. */
    static Check needs(String block, String name, String other) {
        return config -> Place.of(config, block).stream()
                .filter(place -> isGiven(place.get(name)) && !isGiven(place.get(other)))
                .map(place -> place.diagnostic("needs " + other + " as well", name))
                .toList();
    }

    private static Check each(String path, Predicate<Object> isWrong, String allowed) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        return config -> Place.of(config, dot < 0 ? "" : path.substring(0, dot)).stream()
                .filter(place -> isWrong.test(place.get(name)))
                .map(place -> place.diagnostic("got '" + place.get(name) + "', must be " + allowed, name))
                .toList();
    }

    private static Check count(String block, String[] names, int least, int most, String words) {
        return config -> Place.of(config, block).stream()
                .filter(place -> {
                    long given = Arrays.stream(names)
                            .filter(name -> isGiven(place.get(name)))
                            .count();
                    return given < least || given > most;
                })
                .map(place -> place.diagnostic("must have " + words + String.join(", ", names), names[0]))
                .toList();
    }

    /** An empty list is what Terraform sends for blocks that are not there. */
    private static boolean isGiven(Object value) {
        return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    /**
     * A block of a configuration.
     *
     * @param path from the resource down to it
     */
    record Place(List<Object> path, Map<String, Object> block) {
        static List<Place> of(Map<String, Object> config, String path) {
            List<Place> places = List.of(new Place(List.of(), config));
            for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
                places = places.stream()
                        .flatMap(place -> place.below(name).stream())
                        .toList();
            }
            return places;
        }

        private List<Place> below(String name) {
            Object value = block.get(name);
            if (value instanceof List<?> list) {
                var below = new ArrayList<Place>();
                for (int i = 0; i < list.size(); i++) {
                    below.add(new Place(longer(name, i), Values.object(list.get(i))));
                }
                return below;
            }
            return value instanceof Map<?, ?> ? List.of(new Place(longer(name), Values.object(value))) : List.of();
        }

        Object get(String name) {
            return block.get(name);
        }

        Diagnostic diagnostic(String what, String name) {
            List<Object> whole = longer(name);
            String words = whole.stream().map(String::valueOf).collect(Collectors.joining("."));
            return new Diagnostic(words + ": " + what, whole);
        }

        private List<Object> longer(Object... more) {
            var longer = new ArrayList<>(path);
            longer.addAll(List.of(more));
            return longer;
        }
    }
}
