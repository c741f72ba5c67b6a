package io.streamfleet.google;

/** An instance template that servers of one region are started from, created or existing. */
public interface IServerTemplate {
    /** Returns the template's path, which no other version of it has. */
    String templateId();

    /** Returns the region of the servers. */
    String region();

    /** Returns the servers' own identity. */
    IServerIdentity identity();

    /** Returns whether the servers have public addresses, and so need no other way out. */
    boolean publicAddress();
}
