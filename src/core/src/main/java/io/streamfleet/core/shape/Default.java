package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the value of an absent key, as a description would write it. A key without it, not optional, is required. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** YAML text of the component's type: {@code 300s}, <code>{}</code>, {@code [1, 2]}. */
    String value();

    /** The same on Google Cloud. Default: as elsewhere. */
    String google() default "";

    /** The same on Azure. Default: as elsewhere. */
    String azure() default "";
}
