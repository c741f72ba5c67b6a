package io.streamfleet.test;

import io.streamfleet.core.plan.ClusterPlan;
import java.nio.file.Path;

/**
 * A shipped description and what it becomes.
 *
 * @param name its file's name without ending, such as {@code red5-aws}
 * @param file the description
 * @param plan its plan
 * @param template the template that users get
 */
record Case(String name, Path file, ClusterPlan plan, Template template) {
    /** Returns whether sessions are long, so that no server may be taken away. */
    boolean webrtc() {
        return plan.spec().webrtc();
    }

    @Override
    public String toString() {
        return name;
    }
}
