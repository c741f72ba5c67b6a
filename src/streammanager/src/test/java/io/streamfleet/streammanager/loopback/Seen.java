package io.streamfleet.streammanager.loopback;

/**
 * A request that came in.
 *
 * @param method of HTTP
 * @param path of the address, without its query
 * @param body what was sent
 */
public record Seen(String method, String path, String body) {
    /** Returns whether it asks for a change. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** Returns method and path after the version: {@code POST admin/nodegroup}. */
    public String what() {
        return method + " " + path.replaceFirst("/streammanager/api/[0-9.]+/", "");
    }
}
