package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Durations;
import io.streamfleet.core.value.SecretText;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Holds values against the {@link Range} and {@link Matches} of their components. */
final class Bounds {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Bounds() {}

    static void check(RecordComponent component, Object value, Consumer<Violation> found) {
        Range range = component.getAnnotation(Range.class);
        Matches matches = component.getAnnotation(Matches.class);
        if (range == null && matches == null) {
            return;
        }
        String path = component.getName();
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (range != null && plain != null) {
            checkRange(path, range, plain, found);
        }
        if (matches != null && plain != null) {
            checkText(path, matches, plain, found);
        }
    }

    private static void checkRange(String path, Range range, Object value, Consumer<Violation> found) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                checkRange(path + "[" + i + "]", range, list.get(i), found);
            }
            return;
        }
        long number = value instanceof Duration duration ? duration.toSeconds() : ((Number) value).longValue();
        boolean tooLow = !range.min().isEmpty() && number < bound(range.min(), value);
        boolean tooHigh = !range.max().isEmpty() && number > bound(range.max(), value);
        if (tooLow || tooHigh) {
            Object given = value instanceof Duration duration ? Durations.format(duration) : value;
            found.accept(Violation.at(path).given(given).allowed(inWords(range)));
        }
    }

    static long bound(String text, Object like) {
        return like instanceof Duration ? Durations.parse(text).toSeconds() : Long.parseLong(text);
    }

    static String inWords(Range range) {
        if (range.max().isEmpty()) {
            return "at least " + range.min();
        }
        return range.min().isEmpty() ? "at most " + range.max() : range.min() + " to " + range.max();
    }

    private static void checkText(String path, Matches matches, Object value, Consumer<Violation> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> checkEntry(path, matches, key, item, found));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                checkText(path + "[" + i + "]", matches, list.get(i), found);
            }
        } else {
            checkOne(path, String.valueOf(value), matches, found);
        }
    }

    private static void checkEntry(String path, Matches matches, Object key, Object item, Consumer<Violation> found) {
        String name = String.valueOf(key);
        if (SecretText.isLikely(name)) {
            found.accept(Violation.at(path)
                    .given("as a key, " + Quote.SECRET)
                    .allowed(matches.keys().isEmpty() ? "a name" : "keys of " + matches.keysAre())
                    .todo("a description holds references alone: put the secret into the tier's secret"));
            return;
        }
        if (!matches.keys().isEmpty() && !pattern(matches.keys()).matcher(name).matches()) {
            found.accept(Violation.at(path).given("the key " + Quote.of(name)).allowed("keys of " + matches.keysAre()));
        }
        if (item instanceof List<?>) {
            checkText(Violation.join(path, name), matches, item, found);
        } else if (item instanceof String text) {
            checkOne(Violation.join(path, name), text, matches, found);
        }
    }

    private static void checkOne(String path, String text, Matches matches, Consumer<Violation> found) {
        boolean isOfForm = pattern(matches.value()).matcher(text).matches();
        if (SecretText.isLikely(text) && !(matches.random() && isOfForm)) {
            found.accept(Violation.at(path)
                    .given(Quote.SECRET)
                    .allowed(matches.is())
                    .todo("a description holds references alone: put the secret into the tier's secret"));
        } else if (!isOfForm) {
            found.accept(Violation.at(path)
                    .given(matches.echo() ? Quote.of(text) : "a text that is none")
                    .allowed(matches.is()));
        } else if (text.contains("{{resolve:")) {
            found.accept(Violation.at(path).given("a dynamic reference").allowed("plain text, without {{resolve:"));
        }
    }

    private static Pattern pattern(String regex) {
        return PATTERNS.computeIfAbsent(regex, Pattern::compile);
    }
}
