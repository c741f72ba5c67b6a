package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.AzureCapacity;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.core.spec.AzureKeyVault;
import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpsEntryTest {
    private static final List<Cidr> OFFICE = List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("198.51.100.7/32"));
    private static final String CERTIFICATE_ID = Samples.VAULT + "/secrets/live-example-com";
    private static final String SECRET = "https://live-vault.vault.azure.net/secrets/live-example-com";

    private static Synth usual;
    private static Synth unusual;

    private static HttpsEntryPropsBuilder entry() {
        return HttpsEntryProps.builder()
                .name("live")
                .place(new Place("red5", "eastus", Map.of("team", "video")))
                .network(Samples.network())
                .zones(List.of("1", "2", "3"))
                .certificate(EntryCertificate.fromKeyVault(SECRET))
                .identity(GatewayIdentity.forVault(new AzureKeyVault(Samples.VAULT, AzureKeyVault.Access.RBAC)))
                .rules(StreamManagerPaths.rules(StreamManagerApi.V4_0, OFFICE, true))
                .health(Samples.HEALTH);
    }

    @BeforeAll
    static void synthesise() {
        usual = AzureSynth.of(stack -> {
            HttpsEntry entry = new HttpsEntry(stack, "Entry", entry().build());
            assertThat(entry.poolId()).endsWith("/backendAddressPools/managers");
            assertThat(entry.peer()).isInstanceOf(FlowPeer.Service.class);
        });
        unusual = AzureSynth.of(stack -> {
            HttpsEntry entry = new HttpsEntry(
                    stack,
                    "Entry",
                    entry().network(new Samples.Existing(false))
                            .zones(List.of())
                            .identity(GatewayIdentity.fromId("identities/live"))
                            .sku(AzureGatewaySku.STANDARD_V2)
                            .rules(List.of())
                            .serverPort(80)
                            .sessionTimeout(Duration.ofHours(2))
                            .drain(Duration.ZERO)
                            .capacity(new AzureCapacity(1, 125))
                            .redirectHttp(false)
                            .address("addresses/live")
                            .build());
            assertThat(entry.peer()).isEqualTo(FlowPeer.outside(List.of("VirtualNetwork")));
            assertThat(entry.address()).isEmpty();
            assertThat(entry.addressId()).isEqualTo("addresses/live");
        });
    }

    @Test
    void entry_gateway_isOfVersion2AndGrowsByItself() {
        JsonNode gateway = usual.only("azurerm_application_gateway");
        assertThat(gateway.get("name").asText()).isEqualTo("live-gateway");
        assertThat(gateway.get("sku")).isEqualTo(Synth.json("{\"name\": \"WAF_v2\", \"tier\": \"WAF_v2\"}"));
        assertThat(gateway.get("autoscale_configuration"))
                .isEqualTo(Synth.json("{\"min_capacity\": 2, \"max_capacity\": 10}"));
        assertThat(gateway.get("zones")).isEqualTo(Synth.json("[\"1\", \"2\", \"3\"]"));
        assertThat(gateway.get("tags")).isEqualTo(Synth.json("{\"team\": \"video\"}"));
        assertThat(gateway.get("firewall_policy_id").asText())
                .isEqualTo("${azurerm_web_application_firewall_policy.Entry/FirewallPolicy.id}");
    }

    @Test
    void entry_servers_keepSessionsForADay() {
        JsonNode gateway = usual.only("azurerm_application_gateway");
        assertThat(gateway.get("backend_http_settings")).isEqualTo(Synth.json("""
                        [{"name": "servers", "protocol": "Http", "port": 5080, "cookie_based_affinity": "Disabled",
                          "request_timeout": 86400, "pick_host_name_from_backend_address": true,
                          "probe_name": "servers",
                          "connection_draining": {"enabled": true, "drain_timeout_sec": 3600}}]"""));
        assertThat(gateway.get("probe")).isEqualTo(Synth.json("""
                        [{"name": "servers", "protocol": "Http", "path": "/", "interval": 30, "timeout": 10,
                          "unhealthy_threshold": 5, "pick_host_name_from_backend_http_settings": true,
                          "match": {"status_code": ["200"]}}]"""));
        assertThat(gateway.get("backend_address_pool")).isEqualTo(Synth.json("[{\"name\": \"managers\"}]"));
    }

    @Test
    void entry_listeners_areHttpsAndARedirect() {
        JsonNode gateway = usual.only("azurerm_application_gateway");
        assertThat(gateway.get("http_listener")).isEqualTo(Synth.json("""
                        [{"name": "https", "frontend_ip_configuration_name": "public", "frontend_port_name": "https",
                          "protocol": "Https", "ssl_certificate_name": "domain"},
                         {"name": "http", "frontend_ip_configuration_name": "public", "frontend_port_name": "http",
                          "protocol": "Http"}]"""));
        assertThat(gateway.get("frontend_port")).isEqualTo(Synth.json("""
                        [{"name": "https", "port": 443}, {"name": "http", "port": 80}]"""));
        assertThat(gateway.get("request_routing_rule")).isEqualTo(Synth.json("""
                        [{"name": "https", "rule_type": "Basic", "priority": 10, "http_listener_name": "https",
                          "backend_address_pool_name": "managers", "backend_http_settings_name": "servers"},
                         {"name": "http", "rule_type": "Basic", "priority": 20, "http_listener_name": "http",
                          "redirect_configuration_name": "https"}]"""));
        assertThat(gateway.get("redirect_configuration")).isEqualTo(Synth.json("""
                        [{"name": "https", "redirect_type": "Permanent", "target_listener_name": "https",
                          "include_path": true, "include_query_string": true}]"""));
        assertThat(gateway.get("ssl_policy")).isEqualTo(Synth.json("""
                        {"policy_type": "Predefined", "policy_name": "AppGwSslPolicy20220101"}"""));
    }

    @Test
    void entry_certificate_isReadFromTheVaultWhereRolesCount() {
        JsonNode gateway = usual.only("azurerm_application_gateway");
        assertThat(gateway.get("ssl_certificate"))
                .isEqualTo(Synth.json("[{\"name\": \"domain\", \"key_vault_secret_id\": \"" + SECRET + "\"}]"));
        assertThat(gateway.get("identity")).isEqualTo(Synth.json("""
                        {"type": "UserAssigned",
                         "identity_ids": ["${azurerm_user_assigned_identity.Entry/Identity.id}"]}"""));
        assertThat(usual.only("azurerm_role_assignment")).isEqualTo(Synth.json("""
                        {"scope": "%s", "role_definition_name": "Key Vault Secrets User",
                         "principal_id": "${azurerm_user_assigned_identity.Entry/Identity.principal_id}",
                         "principal_type": "ServicePrincipal", "skip_service_principal_aad_check": true,
                         "lifecycle": {"create_before_destroy": true}}""".formatted(CERTIFICATE_ID)));
        assertThat(usual.only("time_sleep")).isEqualTo(Synth.json("""
                        {"create_duration": "120s", "triggers": {"secret": "%s"},
                         "depends_on": ["azurerm_role_assignment.Entry/MayReadCertificate"],
                         "lifecycle": {"create_before_destroy": true}}""".formatted(CERTIFICATE_ID)));
        assertThat(gateway.get("depends_on")).extracting(JsonNode::asText).contains("time_sleep.Entry/RoleCounts");
    }

    @Test
    void entry_vaultWithPolicies_letsTheIdentityReadSecretsAlone() {
        Synth policy = AzureSynth.of(stack -> new HttpsEntry(
                stack,
                "Entry",
                entry().identity(
                                GatewayIdentity.forVault(new AzureKeyVault(Samples.VAULT, AzureKeyVault.Access.POLICY)))
                        .build()));
        assertThat(policy.only("azurerm_key_vault_access_policy")).isEqualTo(Synth.json("""
                        {"key_vault_id": "%s",
                         "tenant_id": "${azurerm_user_assigned_identity.Entry/Identity.tenant_id}",
                         "object_id": "${azurerm_user_assigned_identity.Entry/Identity.principal_id}",
                         "secret_permissions": ["Get"]}""".formatted(Samples.VAULT)));
        assertThat(policy.all("time_sleep")).isEmpty();
        assertThat(policy.only("azurerm_application_gateway").get("depends_on"))
                .extracting(JsonNode::asText)
                .contains("azurerm_key_vault_access_policy.Entry/MayReadCertificate");
    }

    @Test
    void entry_address_isKeptAndLetsConnectionsIdle() {
        assertThat(usual.only("azurerm_public_ip")).isEqualTo(Synth.json("""
                        {"name": "live-gateway", "resource_group_name": "red5", "location": "eastus",
                         "tags": {"team": "video"}, "sku": "Standard", "allocation_method": "Static",
                         "idle_timeout_in_minutes": 30, "zones": ["1", "2", "3"],
                         "lifecycle": {"prevent_destroy": true}}"""));
    }

    @Test
    void entry_someZones_areTheGatewaysAndAllOfItsAddress() {
        Synth two = AzureSynth.of(stack ->
                new HttpsEntry(stack, "Entry", entry().zones(List.of("1", "2")).build()));
        assertThat(two.only("azurerm_application_gateway").get("zones")).isEqualTo(Synth.json("[\"1\", \"2\"]"));
        assertThat(two.only("azurerm_public_ip").get("zones"))
                .as("Azure makes it in all, and Terraform would then make it anew")
                .isEqualTo(Synth.json("[\"1\", \"2\", \"3\"]"));
        Synth one = AzureSynth.of(stack ->
                new HttpsEntry(stack, "Entry", entry().zones(List.of("2")).build()));
        assertThat(one.only("azurerm_public_ip").get("zones")).isEqualTo(Synth.json("[\"2\"]"));
    }

    @Test
    void entry_gateway_isNotMadeAnewWhileProtected() {
        assertThat(usual.only("azurerm_application_gateway").get("lifecycle"))
                .isEqualTo(Synth.json("{\"prevent_destroy\": true}"));
    }

    @Test
    void entry_subnet_isOpenToThoseWhoRunTheGatewayBeforeItIsMade() {
        assertThat(usual.resource("azurerm_network_security_rule", "Entry/GatewayManager"))
                .isEqualTo(Synth.json("""
                        {"name": "GatewayManager", "resource_group_name": "red5",
                         "network_security_group_name": "${azurerm_network_security_group.Entry/SecurityGroup.name}",
                         "description": "What Azure runs a gateway with", "direction": "Inbound", "priority": 3900,
                         "access": "Allow", "protocol": "*", "source_port_range": "*",
                         "source_address_prefix": "GatewayManager", "destination_address_prefix": "*",
                         "destination_port_range": "65200-65535"}"""));
        assertThat(usual.only("azurerm_subnet_network_security_group_association"))
                .isEqualTo(Synth.json("""
                        {"subnet_id": "vnet/subnets/SMGateway",
                         "network_security_group_id": "${azurerm_network_security_group.Entry/SecurityGroup.id}"}"""));
        assertThat(usual.only("azurerm_application_gateway").get("depends_on"))
                .extracting(JsonNode::asText)
                .contains(
                        "azurerm_network_security_rule.Entry/GatewayManager",
                        "azurerm_subnet_network_security_group_association.Entry/SecurityGroupOfSubnet");
    }

    @Test
    void entry_policy_answers403ToWhateverNoRuleForwards() {
        JsonNode policy = usual.only("azurerm_web_application_firewall_policy");
        assertThat(policy.get("name").asText()).isEqualTo("livegateway");
        assertThat(policy.get("policy_settings")).isEqualTo(Synth.json("""
                        {"enabled": true, "mode": "Prevention", "request_body_check": false}"""));
        assertThat(policy.get("managed_rules")).isEqualTo(Synth.json("""
                        {"managed_rule_set": [{"type": "Microsoft_DefaultRuleSet", "version": "2.1"}]}"""));
        assertThat(rules(policy))
                .extracting(rule -> rule.get("priority").asInt() + " "
                        + rule.get("name").asText() + " " + rule.get("action").asText())
                .containsExactly(
                        "1 Events Allow",
                        "2 Media Allow",
                        "3 Socket Allow",
                        "4 NodeReports Allow",
                        "5 Admin Allow",
                        "6 NothingElse Block",
                        "7 WhipAndWhep Allow",
                        "8 EverythingElse Block");
        assertThat(rules(policy).get(7).get("match_conditions")).isEqualTo(Synth.json("""
                        [{"match_variables": [{"variable_name": "RequestUri"}], "operator": "Regex",
                          "negation_condition": false, "match_values": [".*"]}]"""));
    }

    @Test
    void entry_adminApi_isOpenFromItsAddressesAlone() {
        JsonNode policy = usual.only("azurerm_web_application_firewall_policy");
        JsonNode admin = rules(policy).get(4).get("match_conditions");
        assertThat(admin).hasSize(2);
        assertThat(admin.at("/0/match_values/0").asText())
                .startsWith("^/streammanager/api/4\\.0/admin")
                .endsWith("/?(\\?.*)?$");
        assertThat(admin.get(1)).isEqualTo(Synth.json("""
                        {"match_variables": [{"variable_name": "RemoteAddr"}], "operator": "IPMatch",
                         "negation_condition": false, "match_values": ["203.0.113.0/24", "198.51.100.7/32"]}"""));
        assertThat(rules(policy))
                .filteredOn(rule -> rule.toString().contains("/admin"))
                .hasSize(1);
    }

    @Test
    void entry_otherwise_asAsked() {
        JsonNode gateway = unusual.only("azurerm_application_gateway");
        assertThat(gateway.get("sku")).isEqualTo(Synth.json("{\"name\": \"Standard_v2\", \"tier\": \"Standard_v2\"}"));
        assertThat(gateway.has("firewall_policy_id")).isFalse();
        assertThat(gateway.has("zones")).isFalse();
        assertThat(gateway.at("/identity/identity_ids")).isEqualTo(Synth.json("[\"identities/live\"]"));
        JsonNode servers = gateway.at("/backend_http_settings/0");
        assertThat(servers.get("port").asInt()).isEqualTo(80);
        assertThat(servers.get("request_timeout").asInt()).isEqualTo(7200);
        assertThat(servers.has("connection_draining")).isFalse();
        assertThat(gateway.get("autoscale_configuration"))
                .isEqualTo(Synth.json("{\"min_capacity\": 1, \"max_capacity\": 125}"));
        assertThat(gateway.get("http_listener")).hasSize(1);
        assertThat(gateway.get("frontend_port")).hasSize(1);
        assertThat(gateway.get("request_routing_rule")).hasSize(1);
        assertThat(gateway.path("redirect_configuration")).isEmpty();
        assertThat(gateway.at("/frontend_ip_configuration/0/public_ip_address_id")
                        .asText())
                .isEqualTo("addresses/live");
        for (String type : List.of(
                "azurerm_public_ip",
                "azurerm_user_assigned_identity",
                "azurerm_role_assignment",
                "time_sleep",
                "azurerm_web_application_firewall_policy",
                "azurerm_network_security_group",
                "azurerm_network_security_rule")) {
            assertThat(unusual.all(type)).as(type).isEmpty();
        }
    }

    @Test
    void entry_unprotected_givesItsAddressAndGatewayUp() {
        Synth unprotected = AzureSynth.of(stack ->
                new HttpsEntry(stack, "Entry", entry().isProtected(false).build()));
        assertThat(unprotected.json().toString()).doesNotContain("prevent_destroy");
    }

    @Test
    void fails_propsOutsideTheGatewaysLimits_allAtOnce() {
        assertThatThrownBy(() -> HttpsEntryProps.builder()
                        .name("Live")
                        .rules(List.of(PathRule.forward("A", 1, "^/a$"), PathRule.forward("B", 1, "^/b$")))
                        .serverPort(0)
                        .sessionTimeout(Duration.ofSeconds(86_401))
                        .drain(Duration.ofSeconds(3601))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        certificate: must be given
                        drain: got 3601s, must be 0s to 3600s
                        health: must be given
                        identity: must be given
                        name: got Live, must be 2 to 23 lower-case letters, digits and hyphens, a letter first and no\
                         hyphen last, such as live
                        network: must be given
                        place: must be given
                        rules: got two with one name or priority, must be each with its own name and priority
                        serverPort: got 0, must be 1 to 65535
                        sessionTimeout: got 86401s, must be 1s to 86400s""");
    }

    @Test
    void fails_rulesThatTheGatewayDoesNotKnow() {
        assertThatThrownBy(() -> entry().sku(AzureGatewaySku.STANDARD_V2).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(
                        "rules: got rules that a gateway of Standard_v2 does not know, must be none, and every path is"
                                + " open, the admin API's too; use WAF_v2");
        assertThatThrownBy(() -> entry().rules(List.of()).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("rules: must be at least one, or nothing is forwarded");
        List<PathRule> many = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            many.add(PathRule.forward("A" + i, i, "^/a$"));
        }
        assertThatThrownBy(() -> entry().rules(many).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("rules: got 100, must be at most 99");
    }

    @Test
    void fails_certificateWithVersion() {
        assertThatThrownBy(() -> EntryCertificate.fromKeyVault(SECRET + "/0123456789abcdef"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("must be the URL of a key vault's secret without version");
    }

    private static List<JsonNode> rules(JsonNode policy) {
        return StreamSupport.stream(policy.get("custom_rules").spliterator(), false)
                .toList();
    }
}
