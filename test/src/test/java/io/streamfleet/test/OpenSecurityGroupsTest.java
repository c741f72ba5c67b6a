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

/** Holds that every stack on Azure opens exactly what its plan says, and that this suite would notice. */
class OpenSecurityGroupsTest {
    private static final String RULE = "azurerm_network_security_rule";
    private static final String SERVERS = "azurerm_linux_virtual_machine_scale_set";

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#azure")
    @DisplayName("what is open is what the plan's flows say, and nothing else")
    void groups_ofShippedDescription_openTheFlowsAlone(TerraformCase each) {
        assertThat(OpenSecurityGroups.problems(each.stack(), each.plan())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#azure")
    @DisplayName("every rule says what it is for")
    void rules_ofShippedDescription_sayWhatTheyAreFor(TerraformCase each) {
        assertThat(each.stack().all(RULE))
                .hasSizeGreaterThan(20)
                .allSatisfy(rule ->
                        assertThat(rule.text("description")).as(rule.address()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.test.Shipped#azure")
    @DisplayName("no server has an address of its own, and no new subnet has Azure's way out")
    void servers_ofShippedDescription_haveNoPublicAddress(TerraformCase each) {
        assertThat(each.stack().only(SERVERS).argument("network_interface", "ip_configuration", "public_ip_address"))
                .isEmpty();
        each.stack().all("azurerm_subnet").forEach(subnet -> assertThat(
                        subnet.argument("default_outbound_access_enabled").asBoolean(true))
                .as(subnet.address())
                .isFalse());
    }

    @TestFactory
    @DisplayName("without any one of its rules, a stack is refused")
    Stream<DynamicTest> fails_ruleRemoved_isNoticed() {
        TerraformCase each = Shipped.azure("red5-azure-scheduled");
        return each.stack().all(RULE).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    Stack closed = each.stack().with(json -> rulesOf(json).remove(rule.name()));
                    assertThat(OpenSecurityGroups.problems(closed, each.plan()))
                            .singleElement()
                            .asString()
                            .matches("closed, against a flow: .*|not closed to all else: .*");
                }));
    }

    @TestFactory
    @DisplayName("with any one of its rules opened to the world, a stack is refused")
    Stream<DynamicTest> fails_ruleWidened_isNoticed() {
        TerraformCase each = Shipped.azure("red5-azure");
        return each.stack().all(RULE).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    Stack wide = each.stack()
                            .with(json -> ((ObjectNode) rulesOf(json).path(rule.name()))
                                    .put("access", "Allow")
                                    .put("protocol", "*")
                                    .put("source_address_prefix", "*")
                                    .put("destination_address_prefix", "*")
                                    .put("destination_port_range", "0-65535"));
                    assertThat(OpenSecurityGroups.problems(wide, each.plan())).isNotEmpty();
                }));
    }

    @Test
    @DisplayName("a rule that closes before flows are open is noticed")
    void fails_closedTooEarly_isNoticed() {
        TerraformCase each = Shipped.azure("red5-azure");
        Resource closing = each.stack().all(RULE).stream()
                .filter(rule -> rule.name().contains("NodesClosedIngress"))
                .findFirst()
                .orElseThrow();
        Stack early = each.stack().with(json -> ((ObjectNode) rulesOf(json).path(closing.name())).put("priority", 101));

        assertThat(OpenSecurityGroups.problems(early, each.plan()))
                .containsExactly("closed before flows are open: " + closing.address());
    }

    @Test
    @DisplayName("a group on nothing, and what it should be on, are noticed")
    void fails_groupOnNothing_isNoticed() {
        TerraformCase each = Shipped.azure("red5-azure");
        Stack loose = each.stack().with(json -> ((ObjectNode) json.path("resource"))
                .remove("azurerm_subnet_network_security_group_association"));

        assertThat(OpenSecurityGroups.problems(loose, each.plan()))
                .filteredOn(problem -> problem.startsWith("on nothing: "))
                .hasSize(2);
    }

    @Test
    @DisplayName("a listener more is noticed")
    void fails_listenerAdded_isNoticed() {
        TerraformCase each = Shipped.azure("red5-azure");
        Stack wide = each.stack().with(json -> ((ObjectNode)
                        new Stack(json).only("azurerm_application_gateway").json())
                .withArray("frontend_port")
                .addObject()
                .put("name", "more")
                .put("port", 8080));

        assertThat(OpenSecurityGroups.problems(wide, each.plan()))
                .containsExactly("the gateway listens on [443, 80, 8080], the flows say [443, 80]");
    }

    @Test
    @DisplayName("a database that lets in all of Azure is noticed")
    void fails_databaseOpened_isNoticed() {
        for (TerraformCase each :
                List.of(Shipped.azure("red5-azure-no-webrtc"), Shipped.azure("red5-azure-existing-database"))) {
            Stack open = each.stack().with(json -> ((ObjectNode) new Stack(json)
                            .only("azurerm_mysql_flexible_server_firewall_rule")
                            .json())
                    .put("start_ip_address", "0.0.0.0")
                    .put("end_ip_address", "0.0.0.0"));

            assertThat(OpenSecurityGroups.problems(open, each.plan()))
                    .containsExactly("the database lets in 0.0.0.0 to 0.0.0.0");
        }
    }

    private static ObjectNode rulesOf(ObjectNode json) {
        return (ObjectNode) json.path("resource").path(RULE);
    }
}
