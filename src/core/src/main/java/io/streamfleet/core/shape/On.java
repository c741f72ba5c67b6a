package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a key, or a permitted record of a sealed type, to some clouds; elsewhere it does not exist, and is refused by
 * name. A limited key is optional or has a default, since records have it on every cloud.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface On {
    /** The clouds that have it. */
    Cloud[] value();
}
