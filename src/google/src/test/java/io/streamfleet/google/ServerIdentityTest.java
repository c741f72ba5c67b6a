package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.terraform.Synth;
import org.junit.jupiter.api.Test;

class ServerIdentityTest {
    @Test
    void letRetire_servers_changeGroupsAndEndNoServerThemselves() {
        Synth synth = GoogleSynth.of(stack -> {
            var identity = new ServerIdentity(
                    stack,
                    "Identity",
                    ServerIdentityProps.builder().name("live-server").build());
            identity.letRetire("a-project", "live-eu");
            assertThat(identity.permissions()).hasSize(1);
        });

        assertThat(synth.only("google_project_iam_custom_role")).isEqualTo(Synth.json("""
                        {"project": "a-project", "role_id": "live_eu_server_retirer",
                         "title": "Removes idle servers live-eu",
                         "permissions": ["compute.autoscalers.get", "compute.instanceGroupManagers.get",
                           "compute.instanceGroupManagers.list", "compute.instanceGroupManagers.update"]}"""));
        assertThat(synth.only("google_project_iam_member")).isEqualTo(Synth.json("""
                        {"project": "a-project", "member": "${google_service_account.Identity/Account.member}",
                         "role": "${google_project_iam_custom_role.Identity/RetirerRole.name}"}"""));
    }
}
