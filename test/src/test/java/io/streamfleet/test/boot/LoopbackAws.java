package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One server's metadata service (IMDSv2 alone) and its region's Secrets Manager, on a free port of 127.0.0.1, as strict as
 * the real ones where a boot program could get it wrong: session tokens that expire, no answer to a forwarded request, role
 * credentials that expire and are renewed, signatures checked by {@link SignatureCheck}.
 */
final class LoopbackAws implements AutoCloseable {
    static final String REGION = "eu-central-1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds";

    /** What the secret store does to one call instead of answering. */
    sealed interface Fault {
        /** Answers with an error of the service. */
        record Error(int status, String kind, String message) implements Fault {}

        /** Answers 200 with this text. */
        record Text(String text) implements Fault {}

        /** Takes the request and stays silent. */
        record Hang(Duration time) implements Fault {}

        /** Takes the request and closes the connection. */
        record HangUp() implements Fault {}
    }

    /** Role credentials; canaries, which must turn up nowhere. */
    private record Keys(String id, String secret, String token, Instant expiration) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> metadata = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private volatile Keys keys;
    private volatile Duration tokenLife = Duration.ofHours(6);
    private volatile int absentRoleAnswers;
    private volatile int metadataDownAnswers;

    /** Secrets by name; absent ones do not exist. */
    final Map<String, String> secrets = new ConcurrentHashMap<>();

    LoopbackAws(String instanceId) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        metadata.put("instance-id", instanceId);
        renewKeys();
        server.setExecutor(threads);
        server.createContext("/latest/", this::metadata);
        server.createContext("/", this::secretsManager);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next calls to the secret store go wrong, in this order. */
    void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** What the secret store answered so far: the secret's name, or the kind of error. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** The metadata service has new credentials; what is signed with the old ones is refused as expired. */
    void renewKeys() {
        String n = "-" + made.incrementAndGet();
        keys = new Keys(
                "ASIA" + made.get(),
                "canary-key" + n,
                "canary-token/+=" + n,
                Instant.now().plusSeconds(3600));
    }

    /** The credentials have expired, and the metadata service has none better yet. */
    void expireKeys() {
        keys = new Keys(keys.id(), keys.secret(), keys.token(), Instant.now().minusSeconds(1));
    }

    void tokenLife(Duration life) {
        tokenLife = life;
    }

    /** The role is attached only after so many questions for it. */
    void roleComesAfter(int answers) {
        absentRoleAnswers = answers;
    }

    /** The metadata service answers 503 to so many questions. */
    void metadataDown(int answers) {
        metadataDownAnswers = answers;
    }

    void tag(String name, String value) {
        metadata.put("tags/instance/" + name, value);
    }

    private void metadata(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean put = exchange.getRequestMethod().equals("PUT");
            String path = exchange.getRequestURI().getPath();
            if (metadataDownAnswers > 0) {
                metadataDownAnswers--;
                answer(exchange, 503, "");
            } else if (exchange.getRequestHeaders().containsKey("X-Forwarded-For")) {
                answer(exchange, 403, "");
            } else if (put && path.equals("/latest/api/token")) {
                token(exchange);
            } else if (put) {
                answer(exchange, 405, "");
            } else if (!valid(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
                answer(exchange, 401, "");
            } else {
                piece(exchange, path.replaceFirst("^/latest/meta-data/", ""));
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestHeaders().getFirst(TTL);
        if (asked == null
                || !asked.matches("\\d{1,5}")
                || Integer.parseInt(asked) < 1
                || Integer.parseInt(asked) > 21_600) {
            answer(exchange, 400, "");
            return;
        }
        Duration life = Duration.ofSeconds(Integer.parseInt(asked));
        String token = "session-token-" + made.incrementAndGet() + "==";
        tokens.put(token, Instant.now().plus(life.compareTo(tokenLife) < 0 ? life : tokenLife));
        exchange.getResponseHeaders().set(TTL, asked);
        answer(exchange, 200, token);
    }

    private boolean valid(String token) {
        return token != null && tokens.getOrDefault(token, Instant.MIN).isAfter(Instant.now());
    }

    private void piece(HttpExchange exchange, String name) throws IOException {
        if (name.equals("iam/security-credentials/") && absentRoleAnswers > 0) {
            absentRoleAnswers--;
            answer(exchange, 404, "");
        } else if (name.equals("iam/security-credentials/")) {
            answer(exchange, 200, "live-StreamManagerRole");
        } else if (name.equals("iam/security-credentials/live-StreamManagerRole")) {
            var document = new LinkedHashMap<String, String>();
            document.put("Code", "Success");
            document.put("Type", "AWS-HMAC");
            document.put("AccessKeyId", keys.id());
            document.put("SecretAccessKey", keys.secret());
            document.put("Token", keys.token());
            document.put("Expiration", keys.expiration().toString());
            answer(exchange, 200, JSON.writeValueAsString(document));
        } else if (metadata.containsKey(name)) {
            answer(exchange, 200, metadata.get(name));
        } else {
            answer(exchange, 404, "");
        }
    }

    private void secretsManager(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault fault = refusal(exchange, body);
            if (fault == null) {
                fault = faults.poll();
            }
            if (fault != null) {
                carryOut(fault, exchange);
                return;
            }
            String name = JSON.readTree(body).path("SecretId").asText();
            if (!secrets.containsKey(name)) {
                error(exchange, 400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
                return;
            }
            calls.add(name);
            answer(
                    exchange,
                    200,
                    JSON.writeValueAsString(Map.of(
                            "ARN",
                            "arn:aws:secretsmanager:" + REGION + ":111122223333:secret:" + name,
                            "Name",
                            name,
                            "VersionId",
                            "a-version",
                            "SecretString",
                            secrets.get(name))));
        }
    }

    private Fault refusal(HttpExchange exchange, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var request = new SignatureCheck.Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        var claim = SignatureCheck.claim(request);
        if (claim == null) {
            return new Fault.Error(400, "IncompleteSignatureException", "no signature");
        }
        Keys current = keys;
        if (!claim.keyId().equals(current.id()) || !current.token().equals(headers.get("x-amz-security-token"))) {
            return new Fault.Error(400, "UnrecognizedClientException", "The security token included is invalid.");
        }
        Instant signed = Instant.from(MOMENT.parse(headers.get("x-amz-date")));
        if (!SignatureCheck.holds(request, claim, current.secret())
                || !claim.region().equals(REGION)
                || !claim.service().equals("secretsmanager")
                || Duration.between(signed, Instant.now()).abs().compareTo(Duration.ofMinutes(5)) > 0) {
            return new Fault.Error(400, "InvalidSignatureException", "The signature does not match.");
        }
        if (current.expiration().isBefore(Instant.now())) {
            return new Fault.Error(
                    400, "ExpiredTokenException", "The security token included in the request is expired");
        }
        if (!"secretsmanager.GetSecretValue".equals(headers.get("x-amz-target"))
                || !"application/x-amz-json-1.1".equals(headers.get("content-type"))) {
            return new Fault.Error(400, "UnknownOperationException", "");
        }
        return null;
    }

    private void carryOut(Fault fault, HttpExchange exchange) throws IOException {
        if (fault instanceof Fault.Error error) {
            error(exchange, error.status(), error.kind(), error.message());
        } else if (fault instanceof Fault.Text text) {
            calls.add("text");
            answer(exchange, 200, text.text());
        } else if (fault instanceof Fault.Hang hang) {
            calls.add("hang");
            try {
                TimeUnit.MILLISECONDS.sleep(hang.time().toMillis());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        } else {
            calls.add("hang up");
        }
    }

    private void error(HttpExchange exchange, int status, String kind, String message) throws IOException {
        calls.add(kind);
        answer(exchange, status, JSON.writeValueAsString(Map.of("__type", kind, "Message", message)));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] data = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, data.length == 0 ? -1 : data.length);
        if (data.length > 0) {
            exchange.getResponseBody().write(data);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
