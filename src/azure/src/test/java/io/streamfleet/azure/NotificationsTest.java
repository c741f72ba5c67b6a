package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.Group;
import io.streamfleet.terraform.Synth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static Synth told;

    private static NotificationsPropsBuilder notifications() {
        return NotificationsProps.builder()
                .name("live-in-the-east")
                .place(Samples.PLACE)
                .email("ops@example.com")
                .gatewayId("gateways/live")
                .scalingId("scaling/live")
                .size(new Group(2, 6));
    }

    @BeforeAll
    static void synthesise() {
        told = AzureSynth.of(stack ->
                new Notifications(stack, "Notifications", notifications().build()));
    }

    @Test
    void notifications_recipients_areTheAddress() {
        assertThat(told.only("azurerm_monitor_action_group")).isEqualTo(Synth.json("""
                        {"name": "live-in-the-east-servers", "resource_group_name": "red5",
                         "short_name": "live-in-the-", "email_receiver": [
                           {"name": "email", "email_address": "ops@example.com", "use_common_alert_schema": true}]}"""));
        assertThat(told.all("azurerm_monitor_metric_alert").values()).hasSize(3).allSatisfy(alert -> assertThat(
                        alert.get("action"))
                .isEqualTo(Synth.json(
                        "[{\"action_group_id\": \"${azurerm_monitor_action_group.Notifications/Email.id}\"}]")));
    }

    @Test
    void notifications_fullGroup_isOneWithItsMostServers() {
        JsonNode full = alert("Full");
        assertThat(full.get("scopes")).isEqualTo(Synth.json("[\"scaling/live\"]"));
        assertThat(full.get("window_size").asText()).isEqualTo("PT5M");
        assertThat(full.get("criteria")).isEqualTo(Synth.json("""
                        [{"metric_namespace": "Microsoft.Insights/autoscalesettings",
                          "metric_name": "ObservedCapacity", "aggregation": "Average",
                          "operator": "GreaterThanOrEqual", "threshold": 6}]"""));
    }

    @Test
    void notifications_lackingServers_areFewerHealthyOnesThanTheLeast() {
        JsonNode lacking = alert("Lacking");
        assertThat(lacking.get("scopes")).isEqualTo(Synth.json("[\"gateways/live\"]"));
        assertThat(lacking.get("window_size").asText()).isEqualTo("PT15M");
        assertThat(lacking.get("criteria")).isEqualTo(Synth.json("""
                        [{"metric_namespace": "Microsoft.Network/applicationGateways",
                          "metric_name": "HealthyHostCount", "aggregation": "Average", "operator": "LessThan",
                          "threshold": 2}]"""));
    }

    @Test
    void notifications_failingServer_isOneThatStaysUnhealthy() {
        assertThat(alert("Failing").get("criteria")).isEqualTo(Synth.json("""
                        [{"metric_namespace": "Microsoft.Network/applicationGateways",
                          "metric_name": "UnhealthyHostCount", "aggregation": "Average", "operator": "GreaterThanOrEqual",
                          "threshold": 1}]"""));
    }

    @Test
    void fails_nobodyToTellOfNothing() {
        assertThatThrownBy(() ->
                        notifications().email("ops").gatewayId(null).size(null).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("email: got ops, must be an e-mail address, such as ops@example.com\n"
                        + "gatewayId: must be given\nsize: must be given");
    }

    private static JsonNode alert(String id) {
        return told.resource("azurerm_monitor_metric_alert", "Notifications/" + id);
    }
}
