package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import java.util.Optional;

/** What the name of a type of servers says, where it can be one. */
interface ServerType {
    /** Returns whether the type has an ARM processor; else it has one of the x86 kind. */
    boolean isArm();

    /** Returns the processor's architecture, as images name theirs. */
    default String architecture() {
        return isArm() ? "arm64" : "x86_64";
    }

    /** Reads a type's name on a cloud, or nothing where it cannot be one. */
    static Optional<? extends ServerType> of(Cloud cloud, String text) {
        return switch (cloud) {
            case AWS -> InstanceType.of(text);
            case GOOGLE -> MachineType.of(text);
            case AZURE -> VmSize.of(text);
        };
    }
}
