package io.streamfleet.core;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses a description, or a construct's props, with everything that is wrong at once. */
public final class InvalidSpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Carries the violations.
     *
     * @param violations at least one
     */
    public InvalidSpecException(List<Violation> violations) {
        super(violations.stream()
                .map(each -> (each.isError() ? "" : "warning: ") + each.message())
                .collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    /** Returns every violation, in the order found. */
    public List<Violation> violations() {
        return violations;
    }

    /** Throws when any of the violations is an error; warnings alone pass. */
    public static void throwIfAny(Stream<Violation> found) {
        List<Violation> errors = found.filter(Violation::isError)
                .sorted(Comparator.comparing(Violation::path))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidSpecException(errors);
        }
    }
}
