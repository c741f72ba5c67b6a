package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allow-lists a text, the items of a list of texts, or the values of a map of texts, by a whole match. Every text of a
 * description has one: free text is allow-listed by type, not escaped by hope.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Matches {
    /** Regular expression for the whole text, in the subset that Java and ECMA-262 share. */
    String value();

    /** What the text must be, in words, with an example: follows "must be". */
    String is();

    /** Whether error messages may repeat what was given; not where a secret might have been written by mistake. */
    boolean echo() default true;

    /** Whether texts of this form look random and are public all the same, as public keys are. */
    boolean random() default false;

    /** Regular expression for the keys of a map; unused elsewhere. */
    String keys() default "";

    /** What the keys must be, in words; unused elsewhere. */
    String keysAre() default "";
}
