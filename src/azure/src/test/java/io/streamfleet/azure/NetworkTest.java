package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.Synth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final String FOR_GATEWAYS = """
            "delegation": [{"name": "gateway", "service_delegation": {"name": "Microsoft.Network/applicationGateways",
                "actions": ["Microsoft.Network/virtualNetworks/subnets/join/action"]}}]""";

    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared/providers/Microsoft.Network/";
    private static final String VNET = GROUP + "virtualNetworks/live-eastus-vnet";

    @Test
    void created_network_hasTheNameThatStreamManagersLookFor() {
        assertThat(created(props -> props).only("azurerm_virtual_network")).isEqualTo(Synth.json("""
                        {"name": "live-eastus-vnet", "resource_group_name": "red5", "location": "eastus",
                         "address_space": ["10.30.0.0/16"], "tags": {"team": "video"}}"""));
    }

    @Test
    void created_subnets_haveTheNamesThatTheControllerInsistsOnAndNoWayOutOfAzures() {
        Synth synth = created(props -> props);

        assertThat(synth.all("azurerm_subnet"))
                .containsOnlyKeys(
                        "Network/GatewaySubnet",
                        "Network/NodeSubnet",
                        "Network/ServerSubnet",
                        "Network/DatabaseSubnet");
        assertThat(synth.resource("azurerm_subnet", "Network/GatewaySubnet"))
                .isEqualTo(subnet("SMGateway", "10.30.0.0/24", ", " + FOR_GATEWAYS));
        assertThat(synth.resource("azurerm_subnet", "Network/NodeSubnet"))
                .isEqualTo(subnet("default", "10.30.16.0/21", ""));
        assertThat(synth.resource("azurerm_subnet", "Network/ServerSubnet"))
                .isEqualTo(subnet("managers", "10.30.24.0/21", ""));
        assertThat(synth.resource("azurerm_subnet", "Network/DatabaseSubnet"))
                .isEqualTo(subnet("database", "10.30.32.0/24", """
                        , "delegation": [{"name": "mysql", "service_delegation": {
                            "name": "Microsoft.DBforMySQL/flexibleServers",
                            "actions": ["Microsoft.Network/virtualNetworks/subnets/join/action"]}}],
                            "service_endpoint": [{"service": "Microsoft.Storage"}]"""));
    }

    @Test
    void created_withoutDatabaseSubnet_hasNone() {
        Synth synth = created(props -> props.databaseSubnet(Optional.empty()));

        assertThat(synth.all("azurerm_subnet")).hasSize(3);
    }

    @Test
    void created_nat_outlivesAZoneAndServesTheServersSubnetAlone() {
        Synth synth = created(props -> props);

        assertThat(synth.only("azurerm_public_ip")).isEqualTo(Synth.json("""
                        {"name": "live-nat", "resource_group_name": "red5", "location": "eastus", "sku": "StandardV2",
                         "allocation_method": "Static", "tags": {"team": "video"},
                         "lifecycle": {"prevent_destroy": true, "ignore_changes": ["zones"]}}"""));
        assertThat(synth.only("azurerm_nat_gateway")).isEqualTo(Synth.json("""
                        {"name": "live-nat", "resource_group_name": "red5", "location": "eastus",
                         "sku_name": "StandardV2", "idle_timeout_in_minutes": 120, "tags": {"team": "video"},
                         "lifecycle": {"ignore_changes": ["zones"]}}"""));
        assertThat(synth.only("azurerm_nat_gateway_public_ip_association")).isEqualTo(Synth.json("""
                        {"nat_gateway_id": "${azurerm_nat_gateway.Network/Nat/Gateway.id}",
                         "public_ip_address_id": "${azurerm_public_ip.Network/Nat/Address.id}"}"""));
        assertThat(synth.only("azurerm_subnet_nat_gateway_association")).isEqualTo(Synth.json("""
                        {"nat_gateway_id": "${azurerm_nat_gateway.Network/Nat/Gateway.id}",
                         "subnet_id": "${azurerm_subnet.Network/ServerSubnet.id}"}"""));
    }

    @Test
    void created_withoutZones_hasTheKindThatNeedsNone() {
        Synth synth = created(props -> props.zones(List.of()).isProtected(false));

        assertThat(synth.only("azurerm_nat_gateway").at("/sku_name").asText()).isEqualTo("Standard");
        assertThat(synth.only("azurerm_public_ip").at("/sku").asText()).isEqualTo("Standard");
        assertThat(synth.only("azurerm_public_ip")
                        .at("/lifecycle/prevent_destroy")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void created_getters_nameWhatWasCreated() {
        AzureSynth.of(stack -> {
            INetwork network = new Network(stack, "Network", props().build());
            assertThat(network.gatewayAddresses()).containsExactly("10.30.0.0/24");
            assertThat(network.nodeAddresses()).containsExactly("10.30.16.0/21");
            assertThat(network.serverAddresses()).containsExactly("10.30.24.0/21");
            assertThat(network.databaseAddresses()).containsExactly("10.30.32.0/24");
            assertThat(network.ownsGatewaySubnet()).isTrue();
            assertThat(network.ownsDatabaseSubnet()).isTrue();
            assertThat(network.natAddresses()).hasSize(1);
            assertThat(network.outboundAccess()).hasSize(2);
        });
    }

    @Test
    void existing_withAllSubnets_createsNothing() {
        Synth synth = AzureSynth.of(stack -> {
            INetwork network = Network.fromAttributes(
                    stack,
                    "Network",
                    existing(
                            new AzureNetwork.GatewaySubnet.Id(VNET + "/subnets/SMGateway"),
                            Optional.of(VNET + "/subnets/db")));
            assertThat(network.networkId()).isEqualTo(VNET);
            assertThat(network.serverSubnetId()).isEqualTo(VNET + "/subnets/default");
            assertThat(network.gatewaySubnetId()).isEqualTo(VNET + "/subnets/SMGateway");
            assertThat(network.gatewayAddresses()).containsExactly("VirtualNetwork");
            assertThat(network.ownsGatewaySubnet()).isFalse();
            assertThat(network.databaseSubnetId()).contains(VNET + "/subnets/db");
            assertThat(network.databaseAddresses()).containsExactly("VirtualNetwork");
            assertThat(network.ownsDatabaseSubnet()).isFalse();
            assertThat(network.natAddresses()).isEmpty();
            assertThat(network.outboundAccess()).isEmpty();
        });

        assertThat(synth.json().has("resource")).isFalse();
    }

    @Test
    void existing_withoutGatewaySubnet_getsThatAlone() {
        Synth synth = AzureSynth.of(stack -> {
            INetwork network = Network.fromAttributes(
                    stack,
                    "Network",
                    existing(new AzureNetwork.GatewaySubnet.Create(Cidr.parse("10.40.0.0/24")), Optional.empty()));
            assertThat(network.gatewayAddresses()).containsExactly("10.40.0.0/24");
            assertThat(network.ownsGatewaySubnet()).isTrue();
            assertThat(network.databaseAddresses()).isEmpty();
        });

        assertThat(synth.only("azurerm_subnet")).isEqualTo(Synth.json("""
                        {"name": "SMGateway", "resource_group_name": "shared",
                         "virtual_network_name": "live-eastus-vnet", "address_prefixes": ["10.40.0.0/24"],
                         "default_outbound_access_enabled": false, %s}""".formatted(FOR_GATEWAYS)));
        assertThat(synth.json().at("/resource").size()).isEqualTo(1);
    }

    @Test
    void fails_created_subnetsThatDoNotFit() {
        assertThatThrownBy(() -> props().cidr(Cidr.parse("10.30.0.0/17"))
                        .gatewaySubnet(Cidr.parse("10.30.0.0/27"))
                        .serverSubnet(Cidr.parse("10.30.0.0/20"))
                        .databaseSubnet(Cidr.parse("10.30.128.0/29"))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        databaseSubnet: got 10.30.128.0/29, must be /28 or larger
                        databaseSubnet: got 10.30.128.0/29, must be within the network's 10.30.0.0/17
                        gatewaySubnet: got 10.30.0.0/27, must be /26 or larger
                        serverSubnet: got 10.30.0.0/20, must be apart from gatewaySubnet (10.30.0.0/27)""");
        assertThatThrownBy(() -> NetworkProps.builder().build())
                .hasMessage("cidr: must be given\ngatewaySubnet: must be given\nplace: must be given\n"
                        + "prefix: must be given\nserverSubnet: must be given");
    }

    private static Synth created(UnaryOperator<NetworkPropsBuilder> change) {
        return AzureSynth.of(
                stack -> new Network(stack, "Network", change.apply(props()).build()));
    }

    private static NetworkPropsBuilder props() {
        return NetworkProps.builder()
                .prefix("live")
                .place(new Place("red5", "eastus", Map.of("team", "video")))
                .cidr(Cidr.parse("10.30.0.0/16"))
                .gatewaySubnet(Cidr.parse("10.30.0.0/24"))
                .serverSubnet(Cidr.parse("10.30.16.0/20"))
                .databaseSubnet(Cidr.parse("10.30.32.0/24"))
                .zones(List.of("1", "2", "3"));
    }

    private static AzureNetwork.Existing existing(AzureNetwork.GatewaySubnet gateway, Optional<String> database) {
        return new AzureNetwork.Existing(
                VNET, VNET + "/subnets/default", Optional.empty(), gateway, database, Optional.empty());
    }

    private static com.fasterxml.jackson.databind.JsonNode subnet(String name, String range, String more) {
        return Synth.json("""
                {"name": "%s", "resource_group_name": "red5",
                 "virtual_network_name": "${azurerm_virtual_network.Network/Network.name}",
                 "address_prefixes": ["%s"], "default_outbound_access_enabled": false%s}""".formatted(name, range, more));
    }
}
