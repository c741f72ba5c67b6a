package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.terraform.Synth;
import org.junit.jupiter.api.Test;

class ServerIdentityTest {
    @Test
    void letRetire_servers_removeServersOfScaleSetsAndNothingElse() {
        Synth synth = AzureSynth.of(stack -> {
            var identity = new ServerIdentity(
                    stack,
                    "Identity",
                    ServerIdentityProps.builder()
                            .name("live-stream-manager")
                            .place(Samples.PLACE)
                            .build());
            identity.letRetire("live", "/subscriptions/0/resourceGroups/red5");
            assertThat(identity.permissions()).hasSize(1);
        });

        assertThat(synth.only("azurerm_role_definition")).isEqualTo(Synth.json("""
                        {"name": "Idle servers of live in /subscriptions/0/resourceGroups/red5",
                         "description": "Reads scale sets, and removes servers of theirs",
                         "scope": "/subscriptions/0/resourceGroups/red5",
                         "assignable_scopes": ["/subscriptions/0/resourceGroups/red5"],
                         "permissions": [{"actions": ["Microsoft.Compute/virtualMachineScaleSets/read",
                           "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/delete",
                           "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read",
                           "Microsoft.Insights/autoscaleSettings/read"]}]}"""));
        assertThat(synth.only("azurerm_role_assignment")).isEqualTo(Synth.json("""
                        {"scope": "/subscriptions/0/resourceGroups/red5", "role_definition_id":
                           "${azurerm_role_definition.Identity/RetirerRole.role_definition_resource_id}",
                         "principal_id": "${azurerm_user_assigned_identity.Identity/Identity.principal_id}",
                         "principal_type": "ServicePrincipal", "skip_service_principal_aad_check": true}"""));
    }
}
