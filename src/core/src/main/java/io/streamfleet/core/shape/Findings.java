package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Source.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a text, each with its place. */
final class Findings {
    private final Source source;
    private final List<Found> found = new ArrayList<>();

    private record Found(Violation violation, Position position) {}

    Findings(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    void add(Violation violation) {
        add(violation, source.position(violation.path()));
    }

    void add(Violation violation, Position position) {
        found.add(new Found(violation.in(source.place(position)), position));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns everything, in the order of the file. */
    List<Violation> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Found::position)
                        .thenComparing(each -> each.violation().path()))
                .map(Found::violation)
                .distinct()
                .toList();
    }
}
