package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a valid value of a key that has no default. Editors show it, and the reader goes on with it in the place of a
 * value that is missing or wrong, so that the rest of the description is checked in the same run.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Example {
    /** YAML text of the component's type. */
    String value();

    /** The same on Google Cloud. Default: as elsewhere. */
    String google() default "";

    /** The same on Azure. Default: as elsewhere. */
    String azure() default "";
}
