package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Token;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkSubnet;
import com.hashicorp.cdktf.providers.google.compute_global_address.ComputeGlobalAddress;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import com.hashicorp.cdktf.providers.google.compute_subnetwork.ComputeSubnetwork;
import com.hashicorp.cdktf.providers.google.sql_user.SqlUser;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Synthesises through the bindings, and reads the JSON that Terraform would read. */
class SynthesisTest extends SynthesisSuite {
    @Test
    void synth_ofNoMarks_writesNone() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            AzurermProvider.Builder.create(stack, "Azure")
                    .features(List.of(AzurermProviderFeatures.builder().build()))
                    .build();
            VirtualNetwork.Builder.create(stack, "Network")
                    .name("live")
                    .resourceGroupName("red5")
                    .location("eastus")
                    .addressSpace(List.of("10.0.0.0/16"))
                    .tags(Tagging.orAbsent(Tagging.AZURE.of(Map.of())))
                    .lifecycle(Lifecycle.DEFAULT.toTerraform())
                    .build();
            VirtualNetwork.Builder.create(stack, "Marked")
                    .name("marked")
                    .resourceGroupName("red5")
                    .location("eastus")
                    .addressSpace(List.of("10.0.0.0/16"))
                    .tags(Tagging.orAbsent(Tagging.AZURE.of(Map.of("team", "streaming"))))
                    .build();
        });

        assertThat(withoutMetadata(json.at("/resource/azurerm_virtual_network/Network")))
                .isEqualTo(read("""
                        {"name": "live", "resource_group_name": "red5", "location": "eastus",
                         "address_space": ["10.0.0.0/16"]}"""));
        assertThat(json.at("/resource/azurerm_virtual_network/Marked/tags")).isEqualTo(read("""
                        {"team": "streaming"}"""));
        assertThat(json.at("/provider/azurerm/0/features/0").isObject()).isTrue();
    }

    @Test
    void synth_googleAndAzure_writesWhatTheSchemasTake() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), SynthesisTest::network);

        assertThat(json.at("/terraform/required_version").asText()).isEqualTo(">= 1.11.0");
        assertThat(json.at("/terraform/required_providers")).isEqualTo(read("""
                        {"google": {"source": "hashicorp/google", "version": "7.45.0"},
                         "azurerm": {"source": "hashicorp/azurerm", "version": "5.2.0"}}"""));
        assertThat(withoutMetadata(json.at("/resource/google_compute_network/Network_Main_CA4A63BA")))
                .isEqualTo(read("""
                        {"name": "live", "auto_create_subnetworks": true, "routing_mode": "GLOBAL",
                         "lifecycle": {"prevent_destroy": true}}"""));
        assertThat(withoutMetadata(json.at("/resource/google_compute_subnetwork/Servers")))
                .isEqualTo(read("""
                        {"name": "live-servers", "ip_cidr_range": "10.0.0.0/24", "region": "europe-west1",
                         "network": "${google_compute_network.Network_Main_CA4A63BA.id}"}"""));
        KeptTypes.check(json);
    }

    @Test
    void synth_attributesOfEveryKind_areExpressionsWhereverTheyStand() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            var known = ComputeGlobalAddress.Builder.create(stack, "Known")
                    .name("known e+2 100%{x} #{y} Map Token")
                    .build();
            ComputeGlobalAddress.Builder.create(stack, "Other")
                    .name("other")
                    .prefixLength(known.getPrefixLength())
                    .network("a/" + known.getId() + "/b")
                    .labels(Token.asStringMap(Fn.merge(List.of(Map.of("a", known.getName())))))
                    .build();
            ComputeGlobalAddress.Builder.create(stack, "Third")
                    .name("third")
                    .labels(Map.of("plain", "e+289", known.getName(), "value"))
                    .dependsOn(List.of(known))
                    .build();
        });

        assertThat(withoutMetadata(json.at("/resource/google_compute_global_address/Known")))
                .isEqualTo(read("{\"name\": \"known e+2 100%{x} #{y} Map Token\"}"));
        assertThat(withoutMetadata(json.at("/resource/google_compute_global_address/Other")))
                .isEqualTo(read("""
                        {"name": "other", "prefix_length": "${google_compute_global_address.Known.prefix_length}",
                         "network": "a/${google_compute_global_address.Known.id}/b",
                         "labels": "${merge({\\"a\\" = google_compute_global_address.Known.name})}"}"""));
        assertThat(withoutMetadata(json.at("/resource/google_compute_global_address/Third")))
                .isEqualTo(read("""
                        {"name": "third", "depends_on": ["google_compute_global_address.Known"],
                         "labels": {"plain": "e+289", "${google_compute_global_address.Known.name}": "value"}}"""));
    }

    @Test
    void synthesise_stacksOneByOne_writesTheSameAsAnAppOfAll() throws IOException {
        App all = TerraformApp.writingTo(folder.resolve("all"));
        for (String name : List.of("live", "stage")) {
            stack(all, name, StateBackend.local(), SynthesisTest::network);
        }
        all.synth();

        TerraformApp.synthesise(
                folder.resolve("one by one"),
                Map.of(
                        "stage", app -> stack(app, "stage", StateBackend.local(), SynthesisTest::network),
                        "live", app -> stack(app, "live", StateBackend.local(), SynthesisTest::network)));

        for (String file : List.of("manifest.json", "stacks/live/cdk.tf.json", "stacks/stage/cdk.tf.json")) {
            assertThat(folder.resolve("one by one").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("all").resolve(file));
        }
    }

    @Test
    void synthesise_noStack_writesAManifestOfNone() throws IOException {
        TerraformApp.synthesise(folder.resolve("none"), Map.of());

        assertThat(read(Files.readString(folder.resolve("none/manifest.json"))).get("stacks"))
                .isEmpty();
    }

    @Test
    void synth_stackThatRefersToAnother_readsItFromTheOthersState() throws IOException {
        App app = TerraformApp.writingTo(folder.resolve("out"));
        var network = new AtomicReference<ComputeNetwork>();
        stack(
                app,
                "first",
                StateBackend.local(),
                stack -> network.set(new ComputeNetwork(stack, "Network", name("live"))));
        stack(app, "second", StateBackend.local(), stack -> ComputeSubnetwork.Builder.create(stack, "Servers")
                .name("servers")
                .ipCidrRange("10.0.0.0/24")
                .network(network.get().getId())
                .build());
        app.synth();

        JsonNode first = read(Files.readString(folder.resolve("out/stacks/first/cdk.tf.json")));
        JsonNode second = read(Files.readString(folder.resolve("out/stacks/second/cdk.tf.json")));
        assertThat(first.at("/output/cross-stack-output-google_compute_networkNetworkid/value")
                        .asText())
                .isEqualTo("${google_compute_network.Network.id}");
        assertThat(second.at("/resource/google_compute_subnetwork/Servers/network")
                        .asText())
                .contains("data.terraform_remote_state.");
    }

    @Test
    void synth_objectAttribute_hasEveryKey() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), SynthesisTest::network);

        assertThat(json.at("/resource/azurerm_virtual_network/Vnet/subnet")).isEqualTo(read("""
                        [{"name": "default", "address_prefixes": ["10.1.0.0/24"],
                          "default_outbound_access_enabled": null, "delegation": null, "id": null,
                          "private_endpoint_network_policies": null,
                          "private_link_service_network_policies_enabled": null, "route_table_id": null,
                          "security_group": null, "service_endpoint": null, "service_endpoint_policy_ids": null}]"""));
    }

    @Test
    void synth_writeOnlyAttribute_referencesTheEphemeralValue() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            var network = new ComputeNetwork(stack, "Network", name("live"));
            var secret = EphemeralValue.declare(
                    stack,
                    "google_secret_manager_secret_version",
                    "stream_manager",
                    Map.of("secret", "live-stream-manager", "project", network.getProject()));
            var user = SqlUser.Builder.create(stack, "User")
                    .name("streammanager")
                    .instance("live")
                    .build();
            EphemeralValue.writeOnly(user, "password", secret.jsonField("secret_data", "databasePassword"), 3);
        });

        assertThat(json.at("/ephemeral")).isEqualTo(read("""
                        {"google_secret_manager_secret_version": {"stream_manager":
                            {"secret": "live-stream-manager",
                             "project": "${google_compute_network.Network.project}"}}}"""));
        assertThat(withoutMetadata(json.at("/resource/google_sql_user/User"))).isEqualTo(read("""
                        {"name": "streammanager", "instance": "live", "password_wo_version": 3, "password_wo":
                         "${jsondecode(ephemeral.google_secret_manager_secret_version.stream_manager.secret_data)\
                        .databasePassword}"}"""));
        KeptTypes.check(json);
    }

    @Test
    void fails_writeOnly_valueInsteadOfReference() throws IOException {
        synth("live", StateBackend.local(), stack -> {
            var user = SqlUser.Builder.create(stack, "User")
                    .name("a")
                    .instance("b")
                    .build();

            assertThatThrownBy(() -> EphemeralValue.writeOnly(user, "password", "hunter2", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("password_wo: must be a reference to an ephemeral value;"
                            + " a value in a template can be read");
            assertThatThrownBy(() -> EphemeralValue.writeOnly(user, "password", "${ephemeral.a_b.c.d}", 0))
                    .hasMessage("password_wo_version: got 0, must be at least 1");
        });
    }

    @Test
    void synth_bootText_escapesLiteralsAndJoinsTokens() throws IOException {
        var host = new CloudValue("databaseHost", 253);
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            var network = new ComputeNetwork(stack, "Network", name("live"));
            BootText text = BootText.of("echo ${HOME} %{http_code} 'a\"b' $")
                    .plus(BootText.of(host))
                    .plus("\n");
            Outputs.declare(stack, "boot", TerraformText.of(text, value -> network.getId()), "What a ${server} runs");
        });

        assertThat(json.at("/output/boot")).isEqualTo(read("""
                        {"value": "echo $${HOME} %%{http_code} 'a\\"b' \
                        ${\\"$\\"}${google_compute_network.Network.id}\\n",
                         "description": "What a $${server} runs"}"""));
    }

    @Test
    void synth_twice_givesTheSameBytesAndNoPathOfTheMachine() throws IOException {
        Path first = write("first", "live", StateBackend.local(), SynthesisTest::network);
        Path second = write("second/below", "live", StateBackend.local(), SynthesisTest::network);

        assertThat(first).hasSameTextualContentAs(second);
        assertThat(Files.readString(first))
                .doesNotContain(folder.toString())
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("java.io.tmpdir") + "/");
        assertThat(first.resolve("../../../manifest.json").normalize())
                .hasSameTextualContentAs(
                        second.resolve("../../../manifest.json").normalize());
    }

    private static void network(TerraformStack stack) {
        AzurermProvider.Builder.create(stack, "Azure")
                .features(List.of(AzurermProviderFeatures.builder().build()))
                .subscriptionId("00000000-0000-0000-0000-000000000000")
                .build();
        var scope = new Construct(stack, "Network");
        var network = ComputeNetwork.Builder.create(scope, "Main")
                .name("live")
                .autoCreateSubnetworks(true)
                .routingMode("GLOBAL")
                .lifecycle(Lifecycle.DEFAULT.preventDestroy(true).toTerraform())
                .build();
        ComputeSubnetwork.Builder.create(stack, "Servers")
                .name("live-servers")
                .ipCidrRange("10.0.0.0/24")
                .region("europe-west1")
                .network(network.getId())
                .build();
        VirtualNetwork.Builder.create(stack, "Vnet")
                .name("live-vnet")
                .location("westeurope")
                .resourceGroupName("live")
                .addressSpace(List.of("10.1.0.0/16"))
                .subnet(List.of(VirtualNetworkSubnet.builder()
                        .name("default")
                        .addressPrefixes(List.of("10.1.0.0/24"))
                        .build()))
                .build();
    }
}
