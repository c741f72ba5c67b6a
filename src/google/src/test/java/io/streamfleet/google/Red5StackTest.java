package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.terraform.Synth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stack is beside its cluster: provider, state and outputs. */
class Red5StackTest {
    private static Synth created;
    private static Synth existing;

    @BeforeAll
    static void synthesise() {
        created = Descriptions.stack(Descriptions.CREATED);
        existing = Descriptions.stack(Descriptions.EXISTING);
    }

    @Test
    void existing_unprotected_mayAllGo() {
        assertThat(existing.json().toString()).doesNotContain("prevent_destroy").contains("create_before_destroy");
    }

    @Test
    void existing_stateAndProject_areTheDescriptions() {
        assertThat(existing.json().at("/terraform/backend"))
                .isEqualTo(Synth.json("{\"gcs\": {\"bucket\": \"corp-state\", \"prefix\": \"streamfleet/corp\"}}"));
        assertThat(existing.json().at("/provider/google")).isEqualTo(Synth.json("[{\"project\": \"corp-project\"}]"));
    }

    @Test
    void created_outputs_haveNamesThatStay() {
        assertThat(created.json().at("/output").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "entry_url",
                        "entry_address",
                        "group_names",
                        "database_endpoint",
                        "nat_addresses",
                        "server_account",
                        "scale_policy",
                        "launch_configuration",
                        "node_group");
        assertThat(created.json().at("/output/group_names/value"))
                .isEqualTo(Synth.json(
                        "[\"live-stream-manager-us-central1\", \"live-stream-manager-europe-west1-584fa7b6\"]"));
        assertThat(created.json().at("/output/database_endpoint/value").asText())
                .isEqualTo("${google_sql_database_instance.Cluster/Database/Instance.private_ip_address}:3306");
    }

    @Test
    void existing_outputs_nameTheRecordAndTheAddressesToLetIn() {
        assertThat(existing.json().at("/output/dns_record_to_create/value").asText())
                .isEqualTo("streaming.example.com. A 203.0.113.7");
        assertThat(existing.json().at("/output/nat_addresses/value"))
                .isEqualTo(
                        Synth.json("[\"${google_compute_address.Cluster/Network/Nat-europe-west1/Address.address}\"]"));
        assertThat(existing.json().at("/output/database_endpoint/value").asText())
                .isEqualTo("db.example.com:3307");
    }
}
