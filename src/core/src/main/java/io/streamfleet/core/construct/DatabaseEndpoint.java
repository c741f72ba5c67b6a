package io.streamfleet.core.construct;

/** Where a MySQL database is, created or existing, and who logs in to it. Each text may be a token of the cloud's. */
public interface DatabaseEndpoint {
    /** Returns the host name or address. */
    String host();

    /** Returns the port. */
    int port();

    /** Returns the user that servers log in as. */
    String user();
}
