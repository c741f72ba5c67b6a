package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong, so that all of it is said at once. */
final class Faults {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    /** Returns what a step gives; empty where it refuses, with the fault noted. */
    <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (Refusal refusal) {
            refusal.getMessage().lines().forEach(lines::add);
            return Optional.empty();
        }
    }

    void orRefuse() {
        if (!lines.isEmpty()) {
            throw new Refusal(String.join("\n", lines));
        }
    }
}
