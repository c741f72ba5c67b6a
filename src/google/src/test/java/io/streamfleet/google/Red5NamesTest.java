package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.terraform.Synth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of all that a cluster is made of. */
class Red5NamesTest {
    @Test
    void everyCluster_names_beginWithTheDeployments() {
        Descriptions.stack(Descriptions.CREATED)
                .json()
                .at("/resource")
                .properties()
                .forEach(type -> type.getValue().forEach(resource -> {
                    JsonNode name = resource.has("name_prefix") ? resource.path("name_prefix") : resource.path("name");
                    boolean isNameOfAnother = Set.of(
                                    "google_sql_database",
                                    "google_sql_user",
                                    "google_dns_record_set",
                                    "google_sql_database_instance")
                            .contains(type.getKey());
                    if (!name.isMissingNode() && !isNameOfAnother) {
                        assertThat(name.asText()).as(type.getKey()).startsWith("live");
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a-name-of-23-characters"})
    void everyCluster_shortestAndLongestName_fits(String name) {
        Synth synth = Descriptions.stack(Descriptions.CREATED
                .replace("name: live\n", "name: " + name + "\n")
                .replace("us-central1", "northamerica-northeast1"));

        assertThat(synth.only("google_service_account").at("/account_id").asText())
                .isEqualTo(name + "-server")
                .hasSizeBetween(6, 30);
        assertThat(synth.json().at("/resource").properties()).allSatisfy(type -> assertThat(type.getValue())
                .allSatisfy(resource -> assertThat(resource.path("name").asText())
                        .as(type.getKey())
                        .hasSizeLessThanOrEqualTo(63)));
    }
}
