package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a choice's record or an enum constant as descriptions write it. Default: its simple name, first letter low. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Key {
    /** The word in the description. */
    String value();
}
