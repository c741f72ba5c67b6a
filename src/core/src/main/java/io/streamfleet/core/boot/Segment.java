package io.streamfleet.core.boot;

/** A part of a {@link BootText}: text that is known now, or a value that only the cloud knows. */
public sealed interface Segment permits Segment.Literal, CloudValue {
    /** Text that is known at synthesis. */
    record Literal(String text) implements Segment {}
}
