package io.streamfleet.core.shape;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks a record's own bounds, for its compact constructor: what the components' {@link Range} and {@link Matches}
 * say, and what the record adds by {@link #that}. Everything that is wrong is thrown at once.
 */
public final class Check {
    private final List<Violation> violations = new ArrayList<>();

    /**
     * Checks a record's values against the annotations of its components.
     *
     * @param type the record
     * @param values its components' values, in their order
     */
    public Check(Class<? extends Record> type, Object... values) {
        RecordComponent[] components = Components.of(type);
        if (components.length != values.length) {
            throw new IllegalArgumentException(type.getSimpleName() + " has " + components.length + " components");
        }
        for (int i = 0; i < components.length; i++) {
            if (values[i] == null) {
                violations.add(Violation.at(components[i].getName()).allowed("given"));
            } else {
                Bounds.check(components[i], values[i], violations::add);
            }
        }
    }

    /** Adds a condition across components; skipped when the component it names is wrong by itself. */
    public Check that(boolean holds, Violation otherwise) {
        if (!holds && violations.stream().noneMatch(known -> known.path().equals(otherwise.path()))) {
            violations.add(otherwise);
        }
        return this;
    }

    /** Adds that {@code max} is at least {@code min}, for a record with components of these names. */
    public Check ordered(int min, int max) {
        return that(
                min <= max,
                Violation.at("max")
                        .given(max)
                        .allowed("at least min (" + min + ")")
                        .todo("raise max or lower min"));
    }

    /** Adds what else was found, with paths of the record. */
    public Check and(Stream<Violation> found) {
        found.forEach(violations::add);
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws InvalidSpecException when anything is wrong
     */
    public void orThrow() {
        InvalidSpecException.throwIfAny(violations.stream());
    }
}
