package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;

/** From where a database can be reached. */
public enum DatabaseAccess {
    @Doc("Only from inside the network.")
    PRIVATE,
    @Doc("From the servers' own public addresses as well.")
    PUBLIC
}
