package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a request's AWS Signature Version 4 as the service does, written from the published description and sharing no
 * line with the signer that it judges.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">how requests
 *     are signed</a>
 */
final class SignatureCheck {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request, "
                    + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    /**
     * A request as it came over the wire.
     *
     * @param target path and query, as sent
     * @param headers by name in lower case
     */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    /** What the Authorization header claims. */
    record Claim(String keyId, String date, String region, String service, List<String> signed, String signature) {}

    private SignatureCheck() {}

    /** Returns the claim of a request; null where it has none or an ill-formed one. */
    static Claim claim(Request request) {
        Matcher found = AUTHORIZATION.matcher(request.headers().getOrDefault("authorization", ""));
        if (!found.matches()) {
            return null;
        }
        return new Claim(
                found.group(1),
                found.group(2),
                found.group(3),
                found.group(4),
                List.of(found.group(5).split(";")),
                found.group(6));
    }

    /** Says whether everything that must be signed is, and by the holder of the secret key. */
    static boolean holds(Request request, Claim claim, String secretKey) {
        boolean covers = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.equals("content-type") || name.startsWith("x-amz-"))
                .allMatch(claim.signed()::contains);
        boolean sorted = claim.signed().equals(claim.signed().stream().sorted().toList());
        boolean present = request.headers().keySet().containsAll(claim.signed());
        return covers
                && sorted
                && present
                && request.headers().getOrDefault("x-amz-date", "").startsWith(claim.date())
                && signature(request, claim, secretKey).equals(claim.signature());
    }

    /** Returns the right signature in hexadecimal digits. */
    static String signature(Request request, Claim claim, String secretKey) {
        String scope = claim.date() + "/" + claim.region() + "/" + claim.service() + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + request.headers().get("x-amz-date") + "\n" + scope + "\n"
                + hash(canonical(request, claim.signed()).getBytes(UTF_8));
        byte[] key = hmac(("AWS4" + secretKey).getBytes(UTF_8), claim.date());
        key = hmac(key, claim.region());
        key = hmac(key, claim.service());
        key = hmac(key, "aws4_request");
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String canonical(Request request, List<String> signed) {
        String[] target = request.target().split("\\?", 2);
        var lines = new StringBuilder(request.method() + "\n" + target[0] + "\n");
        lines.append(target.length > 1 ? canonicalQuery(target[1]) : "").append('\n');
        for (String name : signed) {
            lines.append(name)
                    .append(':')
                    .append(request.headers().get(name).strip().replaceAll(" +", " "))
                    .append('\n');
        }
        return lines + "\n" + String.join(";", signed) + "\n" + hash(request.body());
    }

    /** The parameters, already percent-encoded, by name and then by value. */
    private static String canonicalQuery(String query) {
        var parameters = new TreeMap<String, List<String>>();
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length > 1 ? parts[1] : "");
        }
        var pairs = new ArrayList<String>();
        parameters.forEach((name, values) -> values.stream().sorted().forEach(value -> pairs.add(name + "=" + value)));
        return String.join("&", pairs);
    }

    private static String hash(byte[] data) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(data))
                    .toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
