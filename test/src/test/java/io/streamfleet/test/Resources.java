package io.streamfleet.test;

import java.util.List;

/**
 * What is deployed together, and can be found by type.
 *
 * @param <R> one of its resources
 */
interface Resources<R extends Resources.Typed> {
    /** A resource. */
    interface Typed {
        /** Returns its type, such as {@code AWS::EC2::VPC} or {@code google_compute_network}. */
        String type();
    }

    /** Returns all resources, in an order that stays. */
    List<R> resources();

    /** Returns the resources of a type. */
    default List<R> all(String type) {
        return resources().stream().filter(each -> each.type().equals(type)).toList();
    }

    /** Returns the one resource of a type. */
    default R only(String type) {
        List<R> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type + ", found " + found);
        }
        return found.get(0);
    }
}
