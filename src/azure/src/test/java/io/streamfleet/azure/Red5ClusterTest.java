package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Red5ClusterTest {
    private static final String GROUP = "azurerm_linux_virtual_machine_scale_set";
    private static final String SETTING = "azurerm_monitor_autoscale_setting";

    private static Synth created;
    private static Synth existing;

    @BeforeAll
    static void synthesise() {
        created = Descriptions.stack(Descriptions.CREATED);
        existing = Descriptions.stack(Descriptions.EXISTING);
    }

    @Test
    void created_types_areThoseOfTheDesign() {
        assertThat(created.types())
                .containsExactlyInAnyOrder(
                        "azurerm_application_gateway",
                        "azurerm_dns_a_record",
                        "azurerm_image",
                        "azurerm_lb",
                        "azurerm_lb_backend_address_pool",
                        "azurerm_lb_probe",
                        "azurerm_lb_rule",
                        "azurerm_linux_virtual_machine_scale_set",
                        "azurerm_monitor_action_group",
                        "azurerm_monitor_autoscale_setting",
                        "azurerm_monitor_metric_alert",
                        "azurerm_mysql_flexible_database",
                        "azurerm_mysql_flexible_server",
                        "azurerm_mysql_flexible_server_configuration",
                        "azurerm_nat_gateway",
                        "azurerm_nat_gateway_public_ip_association",
                        "azurerm_network_security_group",
                        "azurerm_network_security_rule",
                        "azurerm_private_dns_a_record",
                        "azurerm_private_dns_zone",
                        "azurerm_private_dns_zone_virtual_network_link",
                        "azurerm_public_ip",
                        "azurerm_resource_group",
                        "azurerm_role_assignment",
                        "azurerm_role_definition",
                        "azurerm_subnet",
                        "azurerm_subnet_nat_gateway_association",
                        "azurerm_subnet_network_security_group_association",
                        "azurerm_user_assigned_identity",
                        "azurerm_virtual_network",
                        "azurerm_web_application_firewall_policy",
                        "time_sleep");
    }

    @Test
    void existing_types_areFewer() {
        assertThat(existing.types())
                .contains("azurerm_subnet", "azurerm_key_vault_access_policy")
                .doesNotContain(
                        "azurerm_resource_group",
                        "azurerm_virtual_network",
                        "azurerm_nat_gateway",
                        "azurerm_image",
                        "azurerm_mysql_flexible_server",
                        "azurerm_mysql_flexible_server_firewall_rule",
                        "azurerm_lb",
                        "azurerm_dns_a_record",
                        "azurerm_monitor_metric_alert",
                        "time_sleep");
        assertThat(existing.only("azurerm_subnet").at("/name").asText()).isEqualTo("SMGateway");
        assertThat(existing.json().has("ephemeral")).isFalse();
    }

    @Test
    void retireAfter_servers_mayRemoveThemselvesBeforeTheyStart() {
        String role = "Cluster/Identity/RetirerRole";
        assertThat(created.all("azurerm_role_definition")).doesNotContainKey(role);
        Synth retiring = Descriptions.stack(
                Descriptions.CREATED.replace("  group: {", "  drain: { retireAfter: 1h }\n  group: {"));

        assertThat(retiring.resource("azurerm_role_definition", role)
                        .get("scope")
                        .asText())
                .isEqualTo("${azurerm_resource_group.Cluster/ResourceGroup.id}");
        assertThat(retiring.only("azurerm_linux_virtual_machine_scale_set").get("depends_on"))
                .extracting(JsonNode::asText)
                .contains("azurerm_role_assignment.Cluster/Identity/MayRetire");
    }

    @Test
    void created_resourceGroup_isProtectedAndAllElseIsInIt() {
        assertThat(created.only("azurerm_resource_group")).isEqualTo(Synth.json("""
                        {"name": "red5", "location": "eastus", "tags": {"team": "streaming"},
                         "lifecycle": {"prevent_destroy": true}}"""));
        created.json().at("/resource").properties().forEach(type -> type.getValue()
                .forEach(resource -> {
                    if (resource.has("resource_group_name") && !type.getKey().equals("azurerm_dns_a_record")) {
                        assertThat(resource.at("/resource_group_name").asText())
                                .as(type.getKey())
                                .isEqualTo("${azurerm_resource_group.Cluster/ResourceGroup.name}");
                    }
                }));
    }

    @Test
    void created_serversWithWebRtc_areNeverRemovedByLoadOrByUpdates() {
        JsonNode profiles = created.only(SETTING).at("/profile");

        assertThat(profiles.findValuesAsText("direction")).containsOnly("Increase");
        assertThat(created.only(GROUP).at("/upgrade_mode").asText()).isEqualTo("Manual");
        assertThat(created.only(GROUP).at("/overprovision").asBoolean()).isFalse();
        assertThat(features(created)).isEqualTo(Synth.json("""
                        [{"virtual_machine_scale_set":
                            [{"roll_instances_when_required": false, "reimage_on_manual_upgrade": false}]}]"""));
    }

    @Test
    void existing_serversWithoutWebRtc_followTheLoadAndNewVersions() {
        assertThat(existing.only(SETTING).at("/profile").findValuesAsText("direction"))
                .containsExactly("Increase", "Decrease");
        assertThat(existing.only(GROUP).at("/upgrade_mode").asText())
                .as("Azure would make the scale set anew")
                .isEqualTo("Manual");
        assertThat(features(existing)).isEqualTo(Synth.json("""
                        [{"virtual_machine_scale_set":
                            [{"roll_instances_when_required": true, "reimage_on_manual_upgrade": true}]}]"""));
    }

    @Test
    void existing_entry_isAsDescribed() {
        JsonNode gateway = existing.only("azurerm_application_gateway");
        assertThat(gateway.at("/backend_http_settings/0/request_timeout").asInt())
                .isEqualTo(600);
        assertThat(gateway.at("/backend_http_settings/0/connection_draining/drain_timeout_sec")
                        .asInt())
                .isEqualTo(300);
        assertThat(gateway.at("/frontend_port"))
                .extracting(port -> port.path("port").asInt())
                .containsExactly(443);
    }

    @Test
    void created_group_joinsBothPoolsAndWaitsForWhatNoAttributeRefersTo() {
        List<String> waited = new ArrayList<>();
        created.only(GROUP).at("/depends_on").forEach(each -> waited.add(each.asText()));

        assertThat(created.only(GROUP)
                        .at("/network_interface/0/ip_configuration/0/application_gateway_backend_address_pool_ids"))
                .isEqualTo(Synth.json(
                        "[\"${azurerm_application_gateway.Cluster/Entry/Gateway.id}/backendAddressPools/managers\"]"));
        assertThat(created.only(GROUP)
                        .at("/network_interface/0/ip_configuration/0/load_balancer_backend_address_pool_ids"))
                .hasSize(1);
        assertThat(waited)
                .contains(
                        "azurerm_subnet_nat_gateway_association.Cluster/Network/Nat/GatewayOfSubnet",
                        "azurerm_mysql_flexible_database.Cluster/Database/Schema",
                        "azurerm_role_assignment.Cluster/Identity/TierSecret",
                        "azurerm_role_assignment.Cluster/Nodes/MayLaunch",
                        "azurerm_network_security_rule.Cluster/Flows/StreamManagerToDatabaseTcp3306Ingress",
                        "azurerm_network_security_rule.Cluster/Flows/StreamManagerToInternetTcp443Egress")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {Descriptions.CREATED, Descriptions.EXISTING})
    void everyCluster_dependencies_haveNoCycle(String description) {
        Synth synth = Descriptions.stack(description);

        assertThat(synth.needs()).hasSizeGreaterThan(30);
        synth.checkNoCycle();
    }

    @Test
    void everyCluster_customData_holdsTheValuesThatOnlyAzureKnows() {
        assertThat(valuesIn(created))
                .containsExactlyInAnyOrder(
                        "${azurerm_mysql_flexible_server.Cluster/Database/Server.fqdn}",
                        "${azurerm_user_assigned_identity.Cluster/Identity/Identity.client_id}");
        assertThat(valuesIn(existing))
                .containsExactly("${azurerm_user_assigned_identity.Cluster/Identity/Identity.client_id}");
        assertThat(created.needs().get(GROUP + ".Cluster/Managers/Group"))
                .contains("azurerm_mysql_flexible_server.Cluster/Database/Server");
    }

    private static List<String> valuesIn(Synth synth) {
        JsonNode local = synth.json().at("/locals").elements().next();
        assertThat(local.asText()).startsWith("#cloud-config\n");
        return Pattern.compile("(?<![$])\\$\\{[^}]*}")
                .matcher(local.asText())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @Test
    void created_names_areThoseThatStreamManagersLookFor() {
        assertThat(created.only("azurerm_virtual_network").at("/name").asText()).isEqualTo("live-eastus-vnet");
        assertThat(created.resource("azurerm_network_security_group", "Cluster/Nodes/SecurityGroup")
                        .at("/name")
                        .asText())
                .isEqualTo("live-eastus-nsg");
        assertThat(created.resource("azurerm_subnet", "Cluster/Network/NodeSubnet")
                        .at("/name")
                        .asText())
                .isEqualTo("default");
    }

    @Test
    void given_databaseAndCertificate_standInForTheDescriptions() {
        Synth synth = AzureSynth.of(stack -> {
            ClusterPlan plan = Descriptions.plan(Descriptions.CREATED);
            new Red5Cluster(
                    stack,
                    "Cluster",
                    Red5ClusterProps.builder()
                            .plan(plan)
                            .database(database())
                            .certificate(EntryCertificate.fromKeyVault("https://mine.vault.azure.net/secrets/mine"))
                            .build());
        });

        assertThat(synth.all("azurerm_mysql_flexible_server")).isEmpty();
        assertThat(synth.only("azurerm_application_gateway").toString())
                .contains("https://mine.vault.azure.net/secrets/mine");
    }

    @Test
    void fails_given_whatDoesNotFitThePlan() {
        assertThatThrownBy(() -> Red5ClusterProps.builder()
                        .plan(Descriptions.plan(Descriptions.EXISTING))
                        .database(database())
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("database: got a database beside the description's existing one, must be one of the two");
        assertThatThrownBy(() -> Red5ClusterProps.builder().build()).hasMessage("plan: must be given");
        assertThatThrownBy(() -> Red5StackProps.builder().build()).hasMessage("cluster: must be given");
    }

    private static IDatabase database() {
        return Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                .host("10.60.0.3")
                .user("streammanager")
                .build());
    }

    private static JsonNode features(Synth synth) {
        return synth.json().at("/provider/azurerm/0/features");
    }
}
