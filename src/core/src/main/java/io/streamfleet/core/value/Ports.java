package io.streamfleet.core.value;

/** TCP ports that several parts of a deployment must know alike. */
public final class Ports {
    /** MySQL's own. */
    public static final int MYSQL = 3306;

    /** The Stream Manager's: HTTP, WebSockets and its REST API. */
    public static final int STREAM_MANAGER = 5080;

    private Ports() {}
}
