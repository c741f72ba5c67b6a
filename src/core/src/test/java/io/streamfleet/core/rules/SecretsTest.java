package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.value.SecretText;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /** Examples of the vendors' documentation, and texts made up for this test; put together here, so that no scanner stumbles. */
    static Stream<String> secrets() {
        return Stream.of(
                "AKIA" + "IOSFODNN7EXAMPLE",
                "ASIA" + "IOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
                "-----BEGIN " + "RSA PRIVATE KEY-----",
                "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln",
                "mysql://" + "live:hunter2@db.example.com/cluster",
                "mongodb+srv://" + "u:p@cluster.example.com",
                "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789",
                "xoxb-" + "123456789012-abcdefghijkl",
                "AIza" + "SyA1234567890abcdefghijklmnopqrstuvw",
                "sk_live_" + "abcdefghijklmnop1234",
                "Tr0ub4dor" + "X9kQ2wZ7vB5nM3jH8g");
    }

    private static final List<UnaryOperator<String>> PLACES = List.of(
            text -> top("tags: { p: \"" + text + "\" }"),
            text -> nodes("properties: { p: \"" + text + "\" }"),
            text -> nodes("metadata: { p: \"" + text + "\" }"),
            text -> nodes("policyName: \"" + text + "\""),
            text -> tier("secret: \"" + text + "\""),
            text -> tier("keyPair: \"" + text + "\""),
            text -> tier("rollout: \"" + text + "\""),
            text -> tier("diskGib: \"" + text + "\""),
            text -> tier("warmUp: \"" + text + "\""),
            text -> tier("sshFrom: [\"" + text + "\"]"),
            text -> with("name: live\nproduct", "name: \"" + text + "\"\nproduct"),
            text -> with("domain: live.example.com", "domain: \"" + text + "\""),
            text -> with("image: red5pro-node-11", "image: \"" + text + "\""),
            text -> with(
                    "create: { instanceType: db.t4g.medium }",
                    "existing: { host: \"" + text + "\", user: live, securityGroup: sg-0123456789abcdef0 }"),
            text -> with("cloud: aws", "cloud: \"" + text + "\""),
            text -> with("product: red5", "product: \"" + text + "\""));

    @ParameterizedTest
    @MethodSource("secrets")
    void fails_secretAnywhere_withoutRepeatingIt(String secret) {
        assertThat(PLACES).allSatisfy(place -> assertThat(told(place.apply(secret)))
                .isNotEmpty()
                .noneMatch(message -> message.contains(secret) || message.contains(secret.substring(5, 15))));
    }

    @Test
    void fails_secretInTheSecretsPlace_saysWhatBelongsThere() {
        assertThat(told(tier("secret: " + "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY")))
                .containsExactly(
                        "streamManager.secret: got a text that looks like a secret, must be the name of a secret, never "
                                + "its value: up to 128 letters, digits and /_+=.@-; a description holds references alone: put the "
                                + "secret into the tier's secret (live.yaml:10:3)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red5pro-server-9.0.0-june28-m5large-LC",
                "prod/live/StreamManager/ClusterSecrets01",
                "0f0e0d0c-0000-4000-8000-000000000000",
                "Z0123456789ABCDEFGHIJ",
                "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                "arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000",
                "arn:aws:sns:us-east-1:111122223333:StreamingOperationsTopicOfTheVideoTeam2",
                "live.cluster-c0123456789a.us-east-1.rds.amazonaws.com",
                "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "Standard_NC24ads_A100_v4",
                "Standard_ND96amsr_A100_v4",
                "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/Red5Live2/providers/Microsoft.Compute/images/SM11",
                "https://example.com/a:b",
                "Owner of this: streaming@example.com"
            })
    void isLikely_whatIsNoSecret_isNot(String text) {
        assertThat(SecretText.isLikely(text)).isFalse();
    }

    @Property
    void isLikely_namesInLowerCase_areNot(
            @ForAll @LowerChars @NumericChars @StringLength(min = 1, max = 100) String name) {
        assertThat(SecretText.isLikely(name)).isFalse();
    }

    @Property
    void isLikely_wordsOfLetters_areNot(@ForAll @AlphaChars @StringLength(min = 1, max = 100) String words) {
        assertThat(SecretText.isLikely("name " + words)).isFalse();
    }

    @Property
    void isLikely_anything_answers(@ForAll String text) {
        SecretText.isLikely(text);
    }
}
