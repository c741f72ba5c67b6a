package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagRulesTest {
    private static String tags(String tags) {
        return top("tags: { " + tags + " }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws:owner | one without the prefix aws:, which AWS keeps for itself",
                "AWS:owner | one without the prefix aws:, which AWS keeps for itself",
                "streamfleet:intent | one without the prefix streamfleet:, by which servers learn what to do",
                "Name | another than Name, by which Stream Managers find the VPC",
                "name | another than Name, by which Stream Managers find the VPC",
                "team/owner | letters, digits and _.:=+@-, no slash, since servers read tags from instance metadata",
                ".. | letters, digits and _.:=+@-, no slash, since servers read tags from instance metadata",
                "_index | letters, digits and _.:=+@-, no slash, since servers read tags from instance metadata"
            })
    void fails_tagKey(String key, String allowed) {
        assertThat(told(tags("\"" + key + "\": live")))
                .containsExactly("tags." + key + ": got the key " + key + ", must be " + allowed + " (live.yaml:24:9)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "cost-center", "awsome", "Names", "a.b:c=d+e@f_g", "streamfleet"})
    void check_tagKey_passes(String key) {
        assertThat(told(tags("\"" + key + "\": live"))).isEmpty();
    }

    @Test
    void fails_tagKeyWithASpace() {
        assertThat(told(tags("\"cost center\": live")))
                .containsExactly("tags: got the key cost center, must be keys of 1 to 127 letters, digits and _.:/=+@- "
                        + "(live.yaml:24:1)");
    }

    @Test
    void fails_tagKeysOfOneSpelling() {
        assertThat(told(tags("team: a, Team: b")))
                .containsExactly(
                        "tags.Team: got the key Team beside team, must be keys that differ by more than letter case, since "
                                + "IAM does not tell them apart; remove one (live.yaml:24:18)");
    }

    @Test
    void fails_tooManyTags() {
        assertThat(told(tags(IntStream.rangeClosed(1, 41)
                        .mapToObj(i -> "t" + i + ": x")
                        .collect(Collectors.joining(", ")))))
                .containsExactly(
                        "tags: got 41 tags, must be at most 40, since a resource has 50 with those that are added to "
                                + "it; remove some (live.yaml:24:1)");
    }

    @Test
    void check_asManyTagsAsThereMayBe_pass() {
        assertThat(told(tags(IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "t" + i + ": x")
                        .collect(Collectors.joining(", ")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "DB_PASSWORD", "clusterSecret", "access-token", "apiKey", "AWS.SecretKey"})
    void fails_secretByItsName(String key) {
        assertThat(told(nodes("properties: { " + key + ": hunter2 }")))
                .containsExactly(
                        "nodes.properties." + key + ": got what its name calls a secret, must be nothing secret: "
                                + "everyone who sees the deployment sees it; put it into the tier's secret, or give the key another "
                                + "name (live.yaml:17:17)")
                .noneMatch(message -> message.contains("hunter2"));
        assertThat(told(nodes("metadata: { " + key + ": hunter2 }"))).hasSize(1);
        assertThat(told(tags(key + ": hunter2"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordPolicy: strict", "tokenTtl: 3600", "secret: \"\"", "monkey: 1a", "keyboard: us"})
    void check_wordsOfSecretsInOtherNames_pass(String property) {
        assertThat(told(nodes("properties: { " + property.replace("3600", "\"3600\"") + " }")))
                .isEmpty();
    }
}
