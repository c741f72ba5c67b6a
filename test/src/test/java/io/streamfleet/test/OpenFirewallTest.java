package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.test.Stack.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that a stack on Google Cloud opens exactly what its plan says, and that this suite would notice. */
class OpenFirewallTest {
    private static final String FIREWALL = "google_compute_firewall";

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#google")
    @DisplayName("what is open is what the plan's flows say, and nothing else")
    void firewall_ofShippedDescription_opensTheFlowsAlone(TerraformCase each) {
        assertThat(OpenFirewall.problems(each.stack(), each.plan())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#google")
    @DisplayName("every rule says what it is for, and is in the deployment's network")
    void rules_ofShippedDescription_sayWhatTheyAreFor(TerraformCase each) {
        List<Resource> rules = each.stack().all(FIREWALL);

        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(rule.text("description"))
                .as(rule.address())
                .isNotBlank());
        assertThat(rules.stream().map(rule -> rule.text("network")).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#google")
    @DisplayName("a server has an address of its own only where the description says so")
    void servers_ofShippedDescription_haveNoPublicAddress(TerraformCase each) {
        each.stack().all("google_compute_region_instance_template").forEach(template -> assertThat(
                        template.argument("network_interface", "access_config"))
                .as(template.address())
                .isEmpty());
    }

    @TestFactory
    @DisplayName("without any one of its rules, a stack is refused")
    Stream<DynamicTest> fails_ruleRemoved_isNoticed() {
        TerraformCase each = Shipped.google("red5-google-scheduled");
        return each.stack().all(FIREWALL).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    Stack closed = each.stack().with(json -> rulesOf(json).remove(rule.name()));
                    assertThat(OpenFirewall.problems(closed, each.plan()))
                            .singleElement()
                            .asString()
                            .matches("closed, against a flow: .*|nothing closes the servers to other rules: .*");
                }));
    }

    @TestFactory
    @DisplayName("with any one of its rules opened to the world, a stack is refused")
    Stream<DynamicTest> fails_ruleWidened_isNoticed() {
        TerraformCase each = Shipped.google("red5-google-scheduled");
        return each.stack().all(FIREWALL).stream()
                .filter(rule -> rule.json().has("allow"))
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    Stack wide = each.stack().with(json -> {
                        ObjectNode changed = (ObjectNode) rulesOf(json).path(rule.name());
                        changed.remove(List.of("target_service_accounts", "source_service_accounts"));
                        changed.putArray("source_ranges").add("0.0.0.0/0");
                        changed.putArray("destination_ranges").add("0.0.0.0/0");
                    });
                    assertThat(OpenFirewall.problems(wide, each.plan())).isNotEmpty();
                }));
    }

    @Test
    @DisplayName("a port more is noticed")
    void fails_portAdded_isNoticed() {
        TerraformCase each = Shipped.google("red5-google");
        Resource rule = each.stack().all(FIREWALL).stream()
                .filter(one -> one.json().has("allow"))
                .findFirst()
                .orElseThrow();
        Stack wide = each.stack().with(json -> ((ObjectNode)
                        rulesOf(json).path(rule.name()).path("allow").path(0))
                .withArray("ports")
                .add("22"));

        assertThat(OpenFirewall.problems(wide, each.plan())).hasSize(2);
    }

    @Test
    @DisplayName("a listener more is noticed")
    void fails_listenerAdded_isNoticed() {
        TerraformCase each = Shipped.google("red5-google");
        Stack wide = each.stack().with(json -> ((ObjectNode) json.at("/resource/google_compute_global_forwarding_rule"))
                .putObject("More")
                .put("port_range", "8080"));

        assertThat(OpenFirewall.problems(wide, each.plan()))
                .containsExactly("open without a flow: in entry <- 0.0.0.0/0 tcp 8080");
    }

    @Test
    @DisplayName("a database that lets the world in is noticed")
    void fails_databaseOpened_isNoticed() {
        TerraformCase each = Shipped.google("red5-google-no-webrtc");
        Resource database = each.stack().only("google_sql_database_instance");
        Stack open = each.stack().with(json -> {
            ObjectNode addresses = (ObjectNode)
                    new Stack(json).only("google_sql_database_instance").argument("settings", "ip_configuration");
            addresses.withArray("authorized_networks").addObject().put("value", "0.0.0.0/0");
        });

        assertThat(database.argument("settings", "ip_configuration", "authorized_networks"))
                .isNotEmpty();
        assertThat(OpenFirewall.problems(open, each.plan())).containsExactly("the database lets in 0.0.0.0/0");
    }

    private static ObjectNode rulesOf(ObjectNode json) {
        return (ObjectNode) json.path("resource").path(FIREWALL);
    }
}
