package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Doc;

/** What a new image or setting does to running servers. */
public enum Rollout {
    @Doc("Running servers stay as they are; new servers get the new version.")
    KEEP,
    @Doc("A server is replaced once it has no session.")
    IDLE,
    @Doc("Servers are replaced in turn, sessions or not.")
    REFRESH;

    /** Returns whether groups of a cloud can do it: on AWS alone, a server can be held back until it has no session. */
    public boolean isOn(Cloud cloud) {
        return this != IDLE || cloud == Cloud.AWS;
    }
}
