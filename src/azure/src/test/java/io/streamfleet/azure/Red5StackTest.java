package io.streamfleet.azure;

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
        assertThat(existing.json().toString()).doesNotContain("prevent_destroy");
    }

    @Test
    void everyCluster_provider_registersWhatIsUsedAlone() {
        assertThat(existing.json().at("/provider/azurerm/0/subscription_id").asText())
                .isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(existing.json()
                        .at("/provider/azurerm/0/resource_provider_registrations")
                        .asText())
                .isEqualTo("none");
        assertThat(existing.json().at("/provider/azurerm/0/resource_providers_to_register"))
                .as("as Azure spells them, or the provider passes them over")
                .isEqualTo(Synth.json("""
                        ["Microsoft.Compute", "Microsoft.DBforMySQL", "Microsoft.KeyVault", "Microsoft.ManagedIdentity",
                         "Microsoft.Network", "microsoft.insights"]"""));
        assertThat(existing.json().at("/terraform/backend/azurerm/key").asText())
                .isEqualTo("streamfleet/corp.tfstate");
    }

    @Test
    void providers_thatNothingUses_areNotAskedFor() {
        assertThat(created.json().at("/terraform/required_providers").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("azurerm", "time");
        assertThat(existing.json().at("/terraform/required_providers").fieldNames())
                .toIterable()
                .containsExactly("azurerm");
    }

    @Test
    void created_outputs_haveNamesThatStay() {
        assertThat(created.json().at("/output").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "entry_url",
                        "entry_address",
                        "group_name",
                        "database_endpoint",
                        "nat_addresses",
                        "server_identity",
                        "scale_policy",
                        "launch_configuration",
                        "node_group");
        assertThat(created.json().at("/output/database_endpoint/value").asText())
                .isEqualTo("${azurerm_mysql_flexible_server.Cluster/Database/Server.fqdn}:3306");
    }

    @Test
    void existing_outputs_nameTheRecord() {
        assertThat(existing.json().at("/output/dns_record_to_create/value").asText())
                .isEqualTo("streaming.example.com. A ${azurerm_public_ip.Cluster/Entry/Address.ip_address}");
        assertThat(existing.json().at("/output").has("nat_addresses")).isFalse();
    }
}
