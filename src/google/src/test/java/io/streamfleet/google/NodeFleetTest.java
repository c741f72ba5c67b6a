package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.terraform.Synth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeFleetTest {
    private static Synth fleet;

    private static NodeFleetPropsBuilder nodes() {
        return NodeFleetProps.builder()
                .name("live-eu")
                .project("a-project")
                .controller(Samples.IDENTITY)
                .prefix("live-node")
                .documents(new NodeDocumentTexts("{\"policy\":\"${x}\"}", "{\"launchconfig\":1}", "{\"regions\":[]}"));
    }

    @BeforeAll
    static void synthesise() {
        fleet = GoogleSynth.of(stack -> {
            NodeFleet nodes = new NodeFleet(stack, "Nodes", nodes().build());
            assertThat(nodes.peer()).isEqualTo(FlowPeer.nodes(List.of("10.128.0.0/9")));
        });
    }

    @Test
    void fleet_controller_launchesAndReadsAndNothingElse() {
        JsonNode role = fleet.resource("google_project_iam_custom_role", "Nodes/LauncherRole");
        assertThat(role.get("role_id").asText()).isEqualTo("live_eu_node_launcher");
        assertThat(role.get("project").asText()).isEqualTo("a-project");
        assertThat(role.get("permissions")).extracting(JsonNode::asText).allMatch(each -> each.startsWith("compute."));
        assertThat(role.get("permissions"))
                .extracting(JsonNode::asText)
                .contains("compute.instances.create", "compute.disks.create", "compute.subnetworks.useExternalIp")
                .doesNotContain("compute.instances.delete", "compute.firewalls.create")
                .doesNotHaveDuplicates();
        assertThat(fleet.resource("google_project_iam_member", "Nodes/MayLaunch"))
                .isEqualTo(Synth.json("""
                        {"project": "a-project", "member": "serviceAccount:live@a-project.iam.gserviceaccount.com",
                         "role": "${google_project_iam_custom_role.Nodes/LauncherRole.name}"}"""));
    }

    @Test
    void fleet_controller_endsNodesAlone() {
        assertThat(fleet.resource("google_project_iam_custom_role", "Nodes/EnderRole")
                        .get("permissions"))
                .isEqualTo(Synth.json("[\"compute.instances.delete\"]"));
        assertThat(fleet.resource("google_project_iam_member", "Nodes/MayEnd")).isEqualTo(Synth.json("""
                        {"project": "a-project", "member": "serviceAccount:live@a-project.iam.gserviceaccount.com",
                         "role": "${google_project_iam_custom_role.Nodes/EnderRole.name}",
                         "condition": {"title": "Streaming nodes alone",
                           "expression": "resource.name.extract('/instances/{name}').startsWith('live-node')"}}"""));
    }

    @Test
    void fleet_documents_areOutputsThatTerraformDoesNotEvaluate() {
        assertThat(fleet.json().at("/output/scale_policy/value").asText()).isEqualTo("{\"policy\":\"$${x}\"}");
        assertThat(fleet.json().at("/output/launch_configuration/value").asText())
                .isEqualTo("{\"launchconfig\":1}");
        assertThat(fleet.json().at("/output/node_group/value").asText()).isEqualTo("{\"regions\":[]}");
    }

    @Test
    void fails_propsThatGoogleRefuses() {
        assertThatThrownBy(() -> NodeFleetProps.builder()
                        .name("live")
                        .prefix("x'")
                        .ranges(List.of())
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        controller: must be given
                        documents: must be given
                        prefix: got x', must be 2 to 23 lower-case letters, digits and hyphens, a letter first and no\
                         hyphen last, such as live
                        project: must be given
                        ranges: must be at least one range""");
    }
}
