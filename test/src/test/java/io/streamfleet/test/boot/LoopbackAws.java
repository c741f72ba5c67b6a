package io.streamfleet.test.boot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * AWS: a metadata service (IMDSv2 alone) with session tokens that expire and no answer to a forwarded request, role
 * credentials that expire and are renewed, and a region's Secrets Manager whose signatures {@link SignatureCheck} checks.
 */
final class LoopbackAws extends LoopbackCloud {
    /** Errors of the secret store that may pass by themselves. */
    static final List<Fault.Error> PASSING_ERRORS = List.of(
            new Fault.Error(
                    400,
                    "AccessDeniedException",
                    "User: arn:aws:sts::111122223333:assumed-role/live/i-0aaaaaaaaaaaaaaa1 is not authorized to "
                            + "perform: secretsmanager:GetSecretValue"),
            new Fault.Error(400, "ThrottlingException", "Rate exceeded"),
            new Fault.Error(500, "InternalServiceError", ""),
            new Fault.Error(400, "DecryptionFailure", "no kms:Decrypt"));

    static final String REGION = "eu-central-1";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds";

    /** Role credentials; canaries, which must turn up nowhere. */
    private record Keys(String id, String secret, String token, Instant expiration) {}

    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private volatile Keys keys;
    private volatile Duration tokenLife = Duration.ofHours(6);

    LoopbackAws(String instanceId) {
        metadata.put("instance-id", instanceId);
        renewKeys();
        metadata("/latest/", this::metadata);
        context("/", this::secretsManager);
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                url(),
                "STREAMFLEET_SECRETSMANAGER_ENDPOINT",
                url(),
                "STREAMFLEET_AUTOSCALING_ENDPOINT",
                url());
    }

    @Override
    void renewKeys() {
        String n = "-" + made.incrementAndGet();
        keys = new Keys(
                "ASIA" + made.get(),
                "canary-key" + n,
                "canary-token/+=" + n,
                Instant.now().plusSeconds(3600));
    }

    @Override
    void expireKeys() {
        keys = new Keys(keys.id(), keys.secret(), keys.token(), Instant.now().minusSeconds(1));
    }

    @Override
    String expired() {
        return "ExpiredTokenException";
    }

    void tokenLife(Duration life) {
        tokenLife = life;
    }

    private void metadata(HttpExchange exchange) throws IOException {
        boolean put = exchange.getRequestMethod().equals("PUT");
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestHeaders().containsKey("X-Forwarded-For")) {
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
        if (name.equals("iam/security-credentials/") && roleIsAbsent()) {
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
            json(exchange, 200, document);
        } else if (metadata.containsKey(name)) {
            answer(exchange, 200, metadata.get(name));
        } else {
            answer(exchange, 404, "");
        }
    }

    private void secretsManager(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (goesWrong(exchange, refusal(exchange, body))) {
            return;
        }
        String name = JSON.readTree(body).path("SecretId").asText();
        if (!secrets.containsKey(name)) {
            called("ResourceNotFoundException");
            error(exchange, 400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
            return;
        }
        called(name);
        var document = new LinkedHashMap<String, String>();
        document.put("ARN", "arn:aws:secretsmanager:" + REGION + ":111122223333:secret:" + name);
        document.put("Name", name);
        document.put("VersionId", "a-version");
        document.put("SecretString", secrets.get(name));
        json(exchange, 200, document);
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
            return new Fault.Error(400, expired(), "The security token included in the request is expired");
        }
        if (!"secretsmanager.GetSecretValue".equals(headers.get("x-amz-target"))
                || !"application/x-amz-json-1.1".equals(headers.get("content-type"))) {
            return new Fault.Error(400, "UnknownOperationException", "");
        }
        return null;
    }

    @Override
    void error(HttpExchange exchange, int status, String kind, String message) throws IOException {
        json(exchange, status, Map.of("__type", kind, "Message", message));
    }
}
