package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.terraform.Synth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeFleetTest {
    private static Synth fleet;

    private static NodeFleetPropsBuilder nodes() {
        return NodeFleetProps.builder()
                .name("live")
                .place(Samples.PLACE)
                .resourceGroupId("/subscriptions/0/resourceGroups/red5")
                .network(Samples.network())
                .securityGroupName("live-eastus-nsg")
                .controllerObjectId("33333333-3333-4333-8333-333333333333")
                .documents(new NodeDocumentTexts("{\"policy\":\"${x}\"}", "{\"launchconfig\":1}", "{\"regions\":[]}"));
    }

    @BeforeAll
    static void synthesise() {
        fleet = AzureSynth.of(stack -> {
            NodeFleet nodes = new NodeFleet(stack, "Nodes", nodes().build());
            assertThat(nodes.peer().addresses()).containsExactly("10.30.24.0/21");
            assertThat(nodes.ready()).hasSize(2);
        });
    }

    @Test
    void fleet_securityGroup_isCalledAsTheControllerLooksForIt() {
        assertThat(fleet.only("azurerm_network_security_group")).isEqualTo(Synth.json("""
                        {"name": "live-eastus-nsg", "resource_group_name": "red5", "location": "eastus"}"""));
        assertThat(fleet.all("azurerm_network_security_rule")).isEmpty();
    }

    @Test
    void fleet_controller_mayDoItsWorkInTheResourceGroupAlone() {
        JsonNode role = fleet.only("azurerm_role_definition");
        assertThat(role.get("name").asText())
                .isEqualTo("Streaming nodes of live in /subscriptions/0/resourceGroups/red5");
        assertThat(role.get("scope").asText()).isEqualTo("/subscriptions/0/resourceGroups/red5");
        assertThat(role.get("assignable_scopes")).isEqualTo(Synth.json("[\"/subscriptions/0/resourceGroups/red5\"]"));
        assertThat(role.at("/permissions/0/actions"))
                .extracting(JsonNode::asText)
                .contains("Microsoft.Compute/virtualMachines/write", "Microsoft.Compute/virtualMachines/delete")
                .noneMatch(action -> action.contains("*"))
                .noneMatch(action -> action.matches(".*(networkSecurityGroups|virtualNetworks|images)/(write|delete)"))
                .noneMatch(action -> action.startsWith("Microsoft.Authorization"))
                .doesNotHaveDuplicates();
        assertThat(fleet.only("azurerm_role_assignment")).isEqualTo(Synth.json("""
                        {"scope": "/subscriptions/0/resourceGroups/red5", "role_definition_id":
                           "${azurerm_role_definition.Nodes/ControllerRole.role_definition_resource_id}",
                         "principal_id": "33333333-3333-4333-8333-333333333333",
                         "principal_type": "ServicePrincipal", "skip_service_principal_aad_check": true}"""));
    }

    @Test
    void fleet_documents_areOutputsThatTerraformDoesNotEvaluate() {
        assertThat(fleet.json().at("/output/scale_policy/value").asText()).isEqualTo("{\"policy\":\"$${x}\"}");
        assertThat(fleet.json().at("/output/node_group/value").asText()).isEqualTo("{\"regions\":[]}");
    }

    @Test
    void fails_propsThatAzureRefuses() {
        assertThatThrownBy(() -> nodes().securityGroupName("-live")
                        .controllerObjectId("live")
                        .documents(null)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("controllerObjectId: got live, must be an object id, such as"
                        + " 33333333-3333-4333-8333-333333333333\n"
                        + "documents: must be given\n"
                        + "securityGroupName: got -live, must be 1 to 80 letters, digits, dots, hyphens and"
                        + " underscores, such as live-eastus-nsg");
    }
}
