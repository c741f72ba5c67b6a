package io.streamfleet.test;

import io.streamfleet.core.plan.ClusterPlan;
import java.nio.file.Path;

/**
 * A shipped description for a cloud that goes by Terraform, and what it becomes.
 *
 * @param name its file's name without ending, such as {@code red5-google}
 * @param file the description
 * @param plan its plan
 * @param folder the folder in which Terraform is run for it
 * @param stack the stack that users get
 */
record TerraformCase(String name, Path file, ClusterPlan plan, Path folder, Stack stack) {
    /** Returns whether sessions are long, so that no server may be taken away. */
    boolean webrtc() {
        return plan.spec().webrtc();
    }

    @Override
    public String toString() {
        return name;
    }
}
