package io.streamfleet.test.boot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Azure: a metadata service that answers only with the header {@code Metadata} and never to forwarded requests, tokens of
 * one user-assigned identity for one audience each, notices of a server's end, and a Key Vault.
 */
final class LoopbackAzure extends LoopbackCloud {
    /** Errors of the secret store that may pass by themselves. */
    static final List<Fault.Error> PASSING_ERRORS = List.of(
            new Fault.Error(
                    403,
                    "ForbiddenByRbac",
                    "Caller is not authorized to perform action on resource. If role assignments, deny assignments "
                            + "or role definitions were changed recently, please observe propagation time."),
            new Fault.Error(429, "Throttled", "Request was not processed because too many requests were received."),
            new Fault.Error(500, "InternalServerError", ""),
            new Fault.Error(403, "ForbiddenByFirewall", "Client address is not authorized"));

    static final String VAULT = "corp.vault.azure.net";
    static final String IDENTITY = "00000000-0000-4000-8000-00000000000a";
    private static final String METADATA = "/metadata/";
    private static final String NAME = "managers_0";

    private final Queue<String> approved = new ConcurrentLinkedQueue<>();
    private volatile int token;
    private volatile boolean isExpired;
    private volatile boolean isEnding;

    LoopbackAzure(String vmId) {
        metadata.put("vmId", vmId);
        metadata.put("name", NAME);
        renewKeys();
        metadata(METADATA, this::metadata);
        context("/secrets/", this::keyVault);
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "STREAMFLEET_METADATA_ENDPOINT", url(),
                "STREAMFLEET_VAULT_ENDPOINT", url(),
                "STREAMFLEET_MANAGEMENT_ENDPOINT", url());
    }

    @Override
    void renewKeys() {
        token = made.incrementAndGet();
        isExpired = false;
    }

    @Override
    void expireKeys() {
        isExpired = true;
    }

    @Override
    String expired() {
        return "Unauthorized";
    }

    /** The scale set tells that it is going to end this server. */
    void end() {
        isEnding = true;
    }

    /** The notices of which the server said that they need not be waited for. */
    List<String> approved() {
        return List.copyOf(approved);
    }

    private String token(String resource) {
        return "canary-token-" + token + "-for-" + resource;
    }

    private void metadata(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (!"true".equals(headers.getFirst("Metadata")) || headers.containsKey("X-Forwarded-For")) {
            json(exchange, 400, Map.of("error", "Bad request. Required metadata header not specified"));
            return;
        }
        String name = exchange.getRequestURI().getPath().substring(METADATA.length());
        Map<String, String> query = query(exchange);
        switch (name + " " + query.get("api-version")) {
            case "instance/compute 2021-02-01" -> json(exchange, 200, metadata);
            case "identity/oauth2/token 2018-02-01" -> token(exchange, query);
            case "scheduledevents 2020-07-01" -> events(exchange);
            default -> json(exchange, 404, Map.of("error", "Not found"));
        }
    }

    private void token(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (roleIsAbsent() || !IDENTITY.equals(query.get("client_id"))) {
            json(exchange, 400, Map.of("error", "invalid_request", "error_description", "Identity not found"));
            return;
        }
        String resource = query.get("resource");
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        token(resource),
                        "expires_in",
                        "86399",
                        "resource",
                        resource,
                        "token_type",
                        "Bearer"));
    }

    private void events(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            JSON.readTree(exchange.getRequestBody())
                    .path("StartRequests")
                    .forEach(start -> approved.add(start.path("EventId").asText()));
            answer(exchange, 200, "");
            return;
        }
        var event = Map.of(
                "EventId", "the-end",
                "EventType", "Terminate",
                "ResourceType", "VirtualMachine",
                "Resources", List.of(NAME),
                "EventStatus", approved.isEmpty() ? "Scheduled" : "Started",
                "NotBefore", "Mon, 11 Apr 2022 22:26:58 GMT");
        json(exchange, 200, Map.of("DocumentIncarnation", 1, "Events", isEnding ? List.of(event) : List.of()));
    }

    private void keyVault(HttpExchange exchange) throws IOException {
        if (goesWrong(exchange, refusal(exchange))) {
            return;
        }
        String name = exchange.getRequestURI().getPath().substring("/secrets/".length());
        if (!exchange.getRequestMethod().equals("GET")
                || !Map.of("api-version", "7.4").equals(query(exchange))
                || !secrets.containsKey(name)) {
            called("SecretNotFound");
            error(exchange, 404, "SecretNotFound", "A secret with (name/id) " + name + " was not found.");
            return;
        }
        called(name);
        json(exchange, 200, Map.of("value", secrets.get(name), "id", "https://" + VAULT + "/secrets/" + name + "/1"));
    }

    private Fault refusal(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return isExpired || !("Bearer " + token("https://vault.azure.net")).equals(given)
                ? new Fault.Error(401, expired(), "AKV10022: Invalid audience or an expired token.")
                : null;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    void error(HttpExchange exchange, int status, String kind, String message) throws IOException {
        json(
                exchange,
                status,
                Map.of(
                        "error",
                        status == 403
                                ? Map.of("code", "Forbidden", "message", message, "innererror", Map.of("code", kind))
                                : Map.of("code", kind, "message", message)));
    }
}
