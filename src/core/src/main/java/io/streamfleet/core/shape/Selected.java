package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Picks the permitted record by the word of another key: {@code product: red5}, {@code cloud: aws}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Selected {
    /** The key that holds the word. */
    String by();

    /** Whether the record's keys stand beside that key; otherwise they stand in a map under the word. */
    boolean inline();
}
