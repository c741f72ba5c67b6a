package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Google Cloud: a metadata server that answers only with the header {@code Metadata-Flavor} and never to forwarded
 * requests, access tokens of the service account that expire and are renewed, and a Secret Manager of one project.
 */
final class LoopbackGoogle extends LoopbackCloud {
    /** Errors of the secret store that may pass by themselves. */
    static final List<Fault.Error> PASSING_ERRORS = List.of(
            new Fault.Error(
                    403,
                    "PERMISSION_DENIED",
                    "Permission 'secretmanager.versions.access' denied for resource "
                            + "'projects/corp-project/secrets/corp-stream-manager/versions/latest' (or it may not "
                            + "exist)."),
            new Fault.Error(429, "RESOURCE_EXHAUSTED", "Quota exceeded"),
            new Fault.Error(500, "INTERNAL", ""),
            new Fault.Error(503, "UNAVAILABLE", "The service is currently unavailable."));

    static final String PROJECT = "corp-project";
    private static final String METADATA = "/computeMetadata/v1/";
    private static final String TOKEN = "instance/service-accounts/default/token";
    private static final String FLAVOR = "Metadata-Flavor";

    private volatile String token;
    private volatile boolean isExpired;
    private volatile String flavor = "Google";

    LoopbackGoogle(String instanceId) {
        metadata.put("instance/id", instanceId);
        metadata.put("instance/name", "live-stream-manager-x1y2");
        renewKeys();
        metadata(METADATA, this::metadata);
        context("/v1/projects/", this::secretManager);
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "GCE_METADATA_HOST", host(),
                "STREAMFLEET_SECRETMANAGER_ENDPOINT", url(),
                "STREAMFLEET_COMPUTE_ENDPOINT", url());
    }

    @Override
    void renewKeys() {
        token = "ya29.canary-token-" + made.incrementAndGet();
        isExpired = false;
    }

    @Override
    void expireKeys() {
        isExpired = true;
    }

    @Override
    String expired() {
        return "UNAUTHENTICATED";
    }

    /** What the metadata server says it is. */
    void flavor(String name) {
        flavor = name;
    }

    private void metadata(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (!"Google".equals(headers.getFirst(FLAVOR)) || headers.containsKey("X-Forwarded-For")) {
            answer(exchange, 403, "");
            return;
        }
        String name = exchange.getRequestURI().getPath().substring(METADATA.length());
        exchange.getResponseHeaders().set(FLAVOR, flavor);
        if (name.equals(TOKEN)) {
            if (roleIsAbsent()) {
                answer(exchange, 404, "");
            } else {
                json(exchange, 200, Map.of("access_token", token, "expires_in", 3599, "token_type", "Bearer"));
            }
        } else if (metadata.containsKey(name)) {
            answer(exchange, 200, metadata.get(name));
        } else {
            answer(exchange, 404, "");
        }
    }

    private void secretManager(HttpExchange exchange) throws IOException {
        if (goesWrong(exchange, refusal(exchange))) {
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String name = path.replaceFirst("^/v1/projects/" + PROJECT + "/secrets/", "")
                .replaceFirst("/versions/latest:access$", "");
        if (!exchange.getRequestMethod().equals("GET") || name.contains("/") || !secrets.containsKey(name)) {
            called("NOT_FOUND");
            error(exchange, 404, "NOT_FOUND", "Secret [" + path + "] not found or has no versions.");
            return;
        }
        called(name);
        byte[] data = secrets.get(name).getBytes(UTF_8);
        var sum = new CRC32C();
        sum.update(data);
        json(
                exchange,
                200,
                Map.of(
                        "name",
                        path,
                        "payload",
                        Map.of(
                                "data",
                                Base64.getEncoder().encodeToString(data),
                                "dataCrc32c",
                                Long.toString(sum.getValue()))));
    }

    private Fault refusal(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return isExpired || !("Bearer " + token).equals(given)
                ? new Fault.Error(401, expired(), "Request had invalid authentication credentials.")
                : null;
    }

    @Override
    void error(HttpExchange exchange, int status, String kind, String message) throws IOException {
        json(exchange, status, Map.of("error", Map.of("code", status, "message", message, "status", kind)));
    }
}
