package io.streamfleet.streammanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of the API.
 *
 * @param method of HTTP
 * @param path what follows the version, in parts
 * @param query parameters beside the token
 * @param body what is sent
 * @param isRepeatable whether it may be sent again when it is not known whether it was done
 */
record Request(
        String method, List<String> path, Map<String, String> query, Optional<JsonNode> body, boolean isRepeatable) {
    static Request get(String... path) {
        return new Request("GET", List.of(path), Map.of(), Optional.empty(), true);
    }

    /** Puts a document in the place of another: twice is as once. */
    static Request put(JsonNode body, String... path) {
        return new Request("PUT", List.of(path), Map.of(), Optional.of(body), true);
    }

    /** Makes something new: twice may be two of them. */
    static Request post(JsonNode body, String... path) {
        return new Request("POST", List.of(path), Map.of(), Optional.of(body), false);
    }

    /** Makes something new from nothing but its place. */
    static Request post(String... path) {
        return new Request("POST", List.of(path), Map.of(), Optional.empty(), false);
    }

    /** Deletes; sent again, it is refused for want of what the first one deleted. */
    static Request delete(String... path) {
        return new Request("DELETE", List.of(path), Map.of(), Optional.empty(), false);
    }

    Request with(Map<String, String> parameters) {
        return new Request(method, path, parameters, body, isRepeatable);
    }

    /** Says that the same request twice comes to the same as once. */
    Request repeatable() {
        return new Request(method, path, query, body, true);
    }
}
