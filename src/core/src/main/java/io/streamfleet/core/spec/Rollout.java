package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;

/** What a new image or setting does to running servers. */
public enum Rollout {
    @Doc("Running servers stay as they are; new servers get the new version.")
    KEEP,
    @Doc("A server is replaced once it has no session.")
    IDLE,
    @Doc("Servers are replaced in turn, sessions or not.")
    REFRESH
}
