package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.MysqlVersion;
import io.streamfleet.terraform.Synth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final String SERVER = "azurerm_mysql_flexible_server";
    private static final String RULE = "azurerm_mysql_flexible_server_firewall_rule";

    @Test
    void created_byDefault_isPrivateProtectedAndHighlyAvailable() {
        Synth synth = synth(props -> props.passwordVersion(3));
        JsonNode server = synth.only(SERVER);

        assertThat(server.at("/name").asText()).matches("live-[0-9a-f]{8}");
        assertThat(server).isEqualTo(Synth.json("""
                        {"name": "%s", "resource_group_name": "red5", "location": "eastus",
                         "sku_name": "GP_Standard_D2ds_v4", "version": "8.4", "administrator_login": "streammanager",
                         "administrator_password_wo_version": 3, "administrator_password_wo":
                         "${jsondecode(ephemeral.azurerm_key_vault_secret.Database_Server_6BB2D314.value).databasePassword}",
                         "storage": {"size_gb": 20, "auto_grow_enabled": true}, "backup_retention_days": 7,
                         "high_availability": {"mode": "ZoneRedundant"}, "public_network_access": "Disabled",
                         "delegated_subnet_id": "${azurerm_subnet.Network/DatabaseSubnet.id}",
                         "private_dns_zone_id": "${azurerm_private_dns_zone.Database/Zone.id}",
                         "tags": {"team": "video"},
                         "lifecycle": {"prevent_destroy": true, "ignore_changes":
                            ["zone", "storage[0].size_gb", "high_availability[0].standby_availability_zone"]},
                         "depends_on": ["azurerm_private_dns_zone_virtual_network_link.Database/ZoneOfNetwork"]}""".formatted(server.at("/name").asText())));
        assertThat(synth.json().at("/ephemeral")).isEqualTo(Synth.json("""
                        {"azurerm_key_vault_secret": {"Database_Server_6BB2D314": {"name": "live-stream-manager",
                            "key_vault_id": "%s"}}}""".formatted(Samples.VAULT)));
    }

    @Test
    void created_schemaAndTls_areAsAsked() {
        Synth synth = synth(props -> props);

        assertThat(synth.only("azurerm_mysql_flexible_database")).isEqualTo(Synth.json("""
                        {"name": "cluster", "resource_group_name": "red5",
                         "server_name": "${azurerm_mysql_flexible_server.Database/Server.name}",
                         "charset": "utf8mb4", "collation": "utf8mb4_0900_ai_ci",
                         "lifecycle": {"prevent_destroy": true}}"""));
        assertThat(synth.only("azurerm_mysql_flexible_server_configuration")).isEqualTo(Synth.json("""
                        {"name": "require_secure_transport", "resource_group_name": "red5",
                         "server_name": "${azurerm_mysql_flexible_server.Database/Server.name}", "value": "ON"}"""));
    }

    @Test
    void private_zone_isLinkedToTheNetworkAndNotNamedAsTheServer() {
        Synth synth = synth(props -> props);

        assertThat(synth.only("azurerm_private_dns_zone").at("/name").asText())
                .isEqualTo("live.mysql.database.azure.com");
        assertThat(synth.only("azurerm_private_dns_zone_virtual_network_link")).isEqualTo(Synth.json("""
                        {"name": "live-database",
                         "private_dns_zone_id": "${azurerm_private_dns_zone.Database/Zone.id}",
                         "virtual_network_id": "${azurerm_virtual_network.Network/Network.id}",
                         "tags": {"team": "video"}}"""));
    }

    @Test
    void private_subnet_hasASecurityGroupThatFlowRulesOpen() {
        Synth synth = AzureSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var database = new Database(stack, "Database", props(network).build());
            assertThat(database.peer()).isInstanceOf(FlowPeer.Service.class);
            assertThat(database.peer().addresses()).containsExactly("10.30.32.0/24");
            assertThat(database.publicServer()).isEmpty();
            assertThat(database.ready()).hasSize(3);
            access(stack, database, network);
        });

        assertThat(synth.only("azurerm_network_security_group").at("/name").asText())
                .isEqualTo("live-database");
        assertThat(synth.only("azurerm_subnet_network_security_group_association"))
                .isEqualTo(Synth.json("""
                        {"subnet_id": "${azurerm_subnet.Network/DatabaseSubnet.id}", "network_security_group_id":
                         "${azurerm_network_security_group.Database/SecurityGroup.id}"}"""));
        assertThat(synth.all(RULE)).as("Azure refuses one beside a subnet").isEmpty();
    }

    @Test
    void public_database_letsInTheAddressesOfTheServersAlone() {
        Synth synth = AzureSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var database = new Database(
                    stack,
                    "Database",
                    props(network).access(DatabaseAccess.PUBLIC).build());
            assertThat(access(stack, database, network).ready()).hasSize(1);
        });

        assertThat(synth.only(RULE)).isEqualTo(Synth.json("""
                        {"name": "live-servers-1", "resource_group_name": "red5",
                         "server_name": "${azurerm_mysql_flexible_server.Database/Server.name}",
                         "start_ip_address": "${azurerm_public_ip.Network/Nat/Address.ip_address}",
                         "end_ip_address": "${azurerm_public_ip.Network/Nat/Address.ip_address}"}"""));
        JsonNode server = synth.only(SERVER);
        assertThat(server.at("/public_network_access").asText()).isEqualTo("Enabled");
        assertThat(server.has("delegated_subnet_id")).isFalse();
        assertThat(server.has("private_dns_zone_id")).isFalse();
        assertThat(synth.all("azurerm_private_dns_zone")).isEmpty();
        assertThat(synth.all("azurerm_network_security_group")).isEmpty();
    }

    @Test
    void created_asAsked_differsThere() {
        Synth synth = synth(props -> props.settings(DatabaseSettings.builder()
                .highAvailability(false)
                .version(MysqlVersion.V8_0)
                .backupDays(3)
                .requireTls(false)
                .isProtected(false)
                .build()));
        JsonNode server = synth.only(SERVER);

        assertThat(server.at("/version").asText()).isEqualTo("8.0.21");
        assertThat(server.has("high_availability")).isFalse();
        assertThat(server.at("/lifecycle"))
                .isEqualTo(Synth.json("{\"ignore_changes\": [\"zone\", \"storage[0].size_gb\"]}"));
        assertThat(synth.only("azurerm_mysql_flexible_server_configuration")
                        .at("/value")
                        .asText())
                .isEqualTo("OFF");
        assertThat(synth(props -> props.zones(List.of()))
                        .only(SERVER)
                        .at("/high_availability/mode")
                        .asText())
                .isEqualTo("SameZone");
    }

    @Test
    void existing_server_getsARuleMore() {
        String id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/data/providers/"
                + "Microsoft.DBforMySQL/flexibleServers/corp-db";
        Synth synth = AzureSynth.of(stack -> access(
                stack,
                Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                        .host("corp-db.mysql.database.azure.com")
                        .user("corp")
                        .serverId(id)
                        .build()),
                ServerSamples.network(stack)));

        assertThat(synth.only(RULE).at("/resource_group_name").asText()).isEqualTo("data");
        assertThat(synth.only(RULE).at("/server_name").asText()).isEqualTo("corp-db");
    }

    @Test
    void existing_databaseElsewhere_isLeftAlone() {
        IDatabase named = Database.fromDatabaseAttributes(
                DatabaseAttributes.builder().host("db.example.com").user("corp").build());
        IDatabase numbered = Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                .host("10.60.0.3")
                .port(3307)
                .user("corp")
                .build());

        assertThat(named.publicServer()).isEmpty();
        assertThat(named.peer().addresses()).containsExactly("*");
        assertThat(named.port()).isEqualTo(3306);
        assertThat(named.ready()).isEmpty();
        assertThat(numbered.peer().addresses()).containsExactly("10.60.0.3/32");
        assertThat(numbered.host()).isEqualTo("10.60.0.3");
        assertThat(numbered.user()).isEqualTo("corp");
    }

    @Test
    void two_deploymentsOfOneName_haveServersOfTheirOwn() {
        assertThat(synth(props -> props.uniqueIn("one")).only(SERVER).at("/name"))
                .isNotEqualTo(
                        synth(props -> props.uniqueIn("other")).only(SERVER).at("/name"));
    }

    @Test
    void fails_props_outsideTheLimits() {
        AzureSynth.of(stack -> assertThatThrownBy(() -> props(Samples.network())
                        .sku("B_Standard_B1ms")
                        .settings(DatabaseSettings.builder()
                                .storageGib(16385)
                                .backupDays(36)
                                .build())
                        .secret("live/secret")
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        network: got a network without a subnet for the database, must be one with such, or access: public
                        secret: got live/secret, must be a secret's name: 1 to 127 letters, digits and hyphens
                        settings.backupDays: got 36, must be at most 35
                        settings.storageGib: got 16385, must be at most 16384
                        sku: got B_Standard_B1ms with highAvailability, must be a GP or MO size, since the burstable ones have \
                        no standby"""));
    }

    private static io.streamfleet.azure.DatabaseAccess access(
            TerraformStack stack, IDatabase database, INetwork network) {
        return new io.streamfleet.azure.DatabaseAccess(
                stack,
                "DatabaseAccess",
                DatabaseAccessProps.builder()
                        .name("live")
                        .database(database)
                        .network(network)
                        .build());
    }

    private static DatabasePropsBuilder props(INetwork network) {
        return DatabaseProps.builder()
                .name("live")
                .uniqueIn("red5")
                .place(ServerSamples.PLACE)
                .network(network)
                .zones(List.of("1", "2", "3"))
                .sku("GP_Standard_D2ds_v4")
                .keyVaultId(Samples.VAULT)
                .secret("live-stream-manager");
    }

    private static Synth synth(UnaryOperator<DatabasePropsBuilder> change) {
        return AzureSynth.of(stack -> new Database(
                stack,
                "Database",
                change.apply(props(ServerSamples.network(stack))).build()));
    }
}
