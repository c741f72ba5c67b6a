package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.Health;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeEntryTest {
    private static Synth usual;

    private static NodeEntryPropsBuilder entry() {
        return NodeEntryProps.builder()
                .name("live")
                .place(Samples.PLACE)
                .network(Samples.network())
                .zones(List.of("1", "2", "3"))
                .domain("live.example.com")
                .health(Samples.HEALTH);
    }

    @BeforeAll
    static void synthesise() {
        usual = AzureSynth.of(stack -> {
            NodeEntry entry = new NodeEntry(stack, "NodeEntry", entry().build());
            assertThat(entry.peer()).isEqualTo(FlowPeer.outside(List.of("10.30.16.0/20", "10.30.24.0/21")));
        });
    }

    @Test
    void entry_loadBalancer_isInternalInTheServersSubnet() {
        assertThat(usual.only("azurerm_lb")).isEqualTo(Synth.json("""
                        {"name": "live-node-entry", "resource_group_name": "red5", "location": "eastus",
                         "sku": "Standard", "frontend_ip_configuration": [
                           {"name": "internal", "subnet_id": "vnet/subnets/default",
                            "private_ip_address_allocation": "Dynamic", "zones": ["1", "2", "3"]}]}"""));
        assertThat(usual.only("azurerm_lb_rule")).isEqualTo(Synth.json("""
                        {"name": "http", "loadbalancer_id": "${azurerm_lb.NodeEntry/LoadBalancer.id}",
                         "frontend_ip_configuration_name": "internal", "protocol": "Tcp", "frontend_port": 5080,
                         "backend_port": 5080, "idle_timeout_in_minutes": 4, "tcp_reset_enabled": true,
                         "backend_address_pool_ids": ["${azurerm_lb_backend_address_pool.NodeEntry/Pool.id}"],
                         "probe_id": "${azurerm_lb_probe.NodeEntry/Probe.id}"}"""));
        assertThat(usual.only("azurerm_lb_probe")).isEqualTo(Synth.json("""
                        {"name": "servers", "loadbalancer_id": "${azurerm_lb.NodeEntry/LoadBalancer.id}",
                         "protocol": "Http", "port": 5080, "request_path": "/", "interval_in_seconds": 30,
                         "probe_threshold": 5}"""));
    }

    @Test
    void entry_zone_isOfTheDomainAloneAndLeadsToTheLoadBalancer() {
        assertThat(usual.only("azurerm_private_dns_zone")).isEqualTo(Synth.json("""
                        {"name": "live.example.com", "resource_group_name": "red5"}"""));
        assertThat(usual.only("azurerm_private_dns_zone_virtual_network_link")).isEqualTo(Synth.json("""
                        {"name": "live-node-entry", "virtual_network_id": "vnet", "registration_enabled": false,
                         "private_dns_zone_id": "${azurerm_private_dns_zone.NodeEntry/Zone.id}"}"""));
        assertThat(usual.only("azurerm_private_dns_a_record")).isEqualTo(Synth.json("""
                        {"name": "@", "private_dns_zone_id": "${azurerm_private_dns_zone.NodeEntry/Zone.id}",
                         "ttl": 300, "records": ["${azurerm_lb.NodeEntry/LoadBalancer.private_ip_address}"]}"""));
    }

    @Test
    void entry_withoutZones_namesNone() {
        assertThat(frontend(List.of()).has("zones")).isFalse();
    }

    @Test
    void entry_someZones_areAllToAnAddress() {
        assertThat(frontend(List.of("1", "3")).at("/zones")).isEqualTo(Synth.json("[\"1\", \"2\", \"3\"]"));
        assertThat(frontend(List.of("2")).at("/zones")).isEqualTo(Synth.json("[\"2\"]"));
    }

    @Test
    void fails_propsOutsideTheLoadBalancersLimits_allAtOnce() {
        assertThatThrownBy(() -> NodeEntryProps.builder()
                        .name("live")
                        .domain("live")
                        .health(new Health(
                                "/", Duration.ofSeconds(4), Duration.ofSeconds(1), 1, 10, Duration.ofMinutes(5)))
                        .idleTimeout(Duration.ofMinutes(31))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        domain: got live, must be a host name in lower case, such as live.example.com
                        health.interval: got 4s, must be at least 5s, the load balancer's limit
                        idleTimeout: got 31m, must be 4m to 30m
                        network: must be given
                        place: must be given""");
    }

    private static JsonNode frontend(List<String> zones) {
        return AzureSynth.of(stack ->
                        new NodeEntry(stack, "NodeEntry", entry().zones(zones).build()))
                .only("azurerm_lb")
                .at("/frontend_ip_configuration/0");
    }
}
