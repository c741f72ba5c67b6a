package io.streamfleet.stacks.nodes;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One request that changes something, and how to see whether it was done.
 *
 * @param what it does, such as {@code create scale policy live}
 * @param changes what it changes in what is there; empty for something new
 * @param work sends the request
 * @param isDone reads whether it was done, also by an earlier run
 */
record Step(String what, List<Change> changes, Runnable work, BooleanSupplier isDone) {
    Step {
        changes = List.copyOf(changes);
    }
}
