package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.boot.SignatureCheck.Claim;
import io.streamfleet.test.boot.SignatureCheck.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the verifier against the vectors that AWS publishes: the test suite of Signature Version 4, and IAM's example. */
class SignatureCheckTest {
    private static final String KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Map<String, String> VANILLA =
            Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z");

    private static Request signed(String method, String target, Map<String, String> more, String body, String service) {
        var headers = new TreeMap<>(VANILLA);
        headers.putAll(more);
        Request bare = new Request(method, target, headers, body.getBytes(UTF_8));
        var claim = new Claim("AKIDEXAMPLE", "20150830", "us-east-1", service, List.copyOf(headers.keySet()), "");
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=" + String.join(";", claim.signed()) + ", Signature="
                        + SignatureCheck.signature(bare, claim, KEY));
        return new Request(method, target, headers, body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET, /?Param2=value2&Param1=value1, '', b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "POST, /, '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    })
    void signature_publishedVector_isThePublishedOne(String method, String target, String body, String signature) {
        assertThat(SignatureCheck.claim(signed(method, target, Map.of(), body, "service"))
                        .signature())
                .isEqualTo(signature);
    }

    @Test
    void signature_publishedVectorWithBody_isThePublishedOne() {
        var request = signed(
                "POST", "/", Map.of("content-type", "application/x-www-form-urlencoded"), "Param1=value1", "service");

        assertThat(SignatureCheck.claim(request).signature())
                .isEqualTo("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    }

    @Test
    void signature_exampleOfIam_isThePublishedOne() {
        var request = signed(
                "GET",
                "/?Action=ListUsers&Version=2010-05-08",
                Map.of("host", "iam.amazonaws.com", "content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                "",
                "iam");

        assertThat(SignatureCheck.claim(request).signature())
                .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    @Test
    void holds_rightRequest_andNoChangedOne() {
        Request right = signed("POST", "/", Map.of("x-amz-target", "a.B"), "{}", "secretsmanager");
        Claim claim = SignatureCheck.claim(right);

        assertThat(SignatureCheck.holds(right, claim, KEY)).isTrue();
        assertThat(SignatureCheck.holds(right, claim, KEY + "x")).isFalse();
        assertThat(SignatureCheck.holds(changed(right, "x-amz-target", "a.C"), claim, KEY))
                .isFalse();
        assertThat(SignatureCheck.holds(changed(right, "x-amz-date", "20150831T000000Z"), claim, KEY))
                .isFalse();
        assertThat(SignatureCheck.holds(changed(right, "x-amz-security-token", "unsigned"), claim, KEY))
                .isFalse();
        assertThat(SignatureCheck.holds(new Request("POST", "/", right.headers(), "{ }".getBytes(UTF_8)), claim, KEY))
                .isFalse();
    }

    private static Request changed(Request request, String header, String value) {
        var headers = new TreeMap<>(request.headers());
        headers.put(header, value);
        return new Request(request.method(), request.target(), headers, request.body());
    }
}
