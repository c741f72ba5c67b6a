package io.streamfleet.core.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a key by the cloud's own word, where users know it: {@code instanceType}, {@code machineType}, {@code vmSize}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface CloudKey {
    /** The word on AWS. */
    String aws();

    /** The word on Google Cloud. */
    String google();

    /** The word on Azure. */
    String azure();
}
