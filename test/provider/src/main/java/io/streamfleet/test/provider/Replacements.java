package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Knows which changes replace a resource, by the list {@code replaced.txt}. */
final class Replacements {
    /** Behind an attribute for which a resource is replaced only where a value is taken from it. */
    private static final String LESS = "-";

    /** Names of attributes and blocks by type. */
    static final Map<String, List<String>> REPLACED_BY = read();

    private Replacements() {}

    /** Returns the attributes and blocks for whose change the resource is replaced; none where it is changed in place. */
    static List<String> of(String type, Map<String, Object> prior, Map<String, Object> planned) {
        return REPLACED_BY.getOrDefault(type, List.of()).stream()
                .filter(name -> name.endsWith(LESS)
                        ? hasLess(prior.get(nameOf(name)), planned.get(nameOf(name)))
                        : !Objects.equals(prior.get(name), planned.get(name)))
                .map(Replacements::nameOf)
                .toList();
    }

    /** Returns the name alone of an entry of the list. */
    static String nameOf(String entry) {
        return entry.endsWith(LESS) ? entry.substring(0, entry.length() - LESS.length()) : entry;
    }

    private static boolean hasLess(Object prior, Object planned) {
        return prior instanceof List<?> before && planned instanceof List<?> after && !after.containsAll(before);
    }

    private static Map<String, List<String>> read() {
        try (InputStream list = Replacements.class.getResourceAsStream("replaced.txt")) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" ")))
                    .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
