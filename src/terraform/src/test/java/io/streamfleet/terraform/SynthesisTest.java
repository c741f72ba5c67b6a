package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkSubnet;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetworkConfig;
import com.hashicorp.cdktf.providers.google.compute_subnetwork.ComputeSubnetwork;
import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import com.hashicorp.cdktf.providers.google.sql_user.SqlUser;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.spec.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.Construct;

/** Synthesises through the bindings, and reads the JSON that Terraform would read. */
class SynthesisTest {
    @TempDir
    Path folder;

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
    void synthesise_stacksThatReferToNone_writesTheSameAsAnAppOfAnyStacks() throws IOException {
        Path any = write("any", "live", StateBackend.local(), SynthesisTest::network);

        TerraformApp.synthesise(
                folder.resolve("independent"), app -> stack(app, "live", StateBackend.local(), SynthesisTest::network));

        assertThat(folder.resolve("independent/stacks/live/cdk.tf.json")).hasSameTextualContentAs(any);
        assertThat(folder.resolve("independent/manifest.json"))
                .hasSameTextualContentAs(folder.resolve("any/manifest.json"));
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
    void outputs_anywhereInTheTree_keepTheirNames() throws IOException {
        JsonNode json = synth(
                "live",
                StateBackend.local(),
                stack -> Outputs.declare(
                        new Construct(stack, "Entry"), "entry_url", "https://a.example", "Where to go"));

        assertThat(json.at("/output").fieldNames()).toIterable().containsExactly("entry_url");
    }

    @Test
    void dependencies_addedLater_areAddressesInOrderAndOnce() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            var first = new ComputeNetwork(new Construct(stack, "Below"), "First", name("first"));
            var second = new ComputeNetwork(stack, "Second", name("second"));
            var dependencies = Dependencies.of(new ComputeNetwork(stack, "Third", name("third")));
            dependencies.add(List.of());
            dependencies.add(List.of(second, first));
            dependencies.add(List.of(first));
        });

        assertThat(json.at("/resource/google_compute_network/Third/depends_on"))
                .isEqualTo(read("""
                        ["google_compute_network.Second", "google_compute_network.Below_First_%s"]""".formatted(hashOfFirst(json))));
    }

    private static String hashOfFirst(JsonNode json) {
        var names = new ArrayList<String>();
        json.at("/resource/google_compute_network").fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> name.startsWith("Below_First_"))
                .findFirst()
                .orElseThrow()
                .substring("Below_First_".length());
    }

    @Test
    void fails_output_badName() throws IOException {
        synth("live", StateBackend.local(), stack -> assertThatThrownBy(
                        () -> Outputs.declare(stack, "entryUrl", "x", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output 'entryUrl': must be small letters, digits and single _"));
    }

    @Test
    void backends_eachKind_sayOnlyWhatIsKnown() throws IOException {
        assertThat(backend(StateBackend.local()))
                .isEqualTo(read("{\"local\": {\"path\": \"../../../terraform.live.tfstate\"}}"));
        assertThat(backend(StateBackend.gcs("states")))
                .isEqualTo(read("{\"gcs\": {\"bucket\": \"states\", \"prefix\": \"streamfleet/live\"}}"));
        assertThat(backend(StateBackend.azurerm("group", "account", "container")))
                .isEqualTo(read("""
                        {"azurerm": {"resource_group_name": "group", "storage_account_name": "account",
                                     "container_name": "container", "key": "streamfleet/live.tfstate"}}"""));
        assertThat(backend(new StateBackend.S3("states", "eu-west-1", "own/key")))
                .isEqualTo(read("""
                        {"s3": {"bucket": "states", "region": "eu-west-1", "key": "own/key", "encrypt": true,
                                "use_lockfile": true}}"""));
    }

    @Test
    void backends_ofADescription_areTheSame() {
        assertThat(StateBackend.of(new Backend.Local())).isEqualTo(StateBackend.local());
        assertThat(StateBackend.of(new Backend.Gcs("states", Optional.empty()))).isEqualTo(StateBackend.gcs("states"));
        assertThat(StateBackend.of(new Backend.Gcs("states", Optional.of("own"))))
                .isEqualTo(new StateBackend.Gcs("states", "own"));
        assertThat(StateBackend.of(new Backend.Azurerm("group", "account", "container", Optional.empty())))
                .isEqualTo(StateBackend.azurerm("group", "account", "container"));
        assertThat(StateBackend.of(new Backend.S3("states", "eu-west-1", Optional.of("own/key"))))
                .isEqualTo(new StateBackend.S3("states", "eu-west-1", "own/key"));
    }

    @Test
    void fails_backend_blankBucket() {
        assertThatThrownBy(() -> StateBackend.gcs(" ")).hasMessage("backend.gcs.bucket: must be given");
    }

    @Test
    void lifecycle_words_areTerraforms() throws IOException {
        JsonNode json = synth("live", StateBackend.local(), stack -> {
            network(stack, "Plain", Lifecycle.DEFAULT.preventDestroy(false));
            network(
                    stack,
                    "All",
                    Lifecycle.DEFAULT
                            .createBeforeDestroy()
                            .preventDestroy(true)
                            .ignore("a")
                            .ignore("b"));
        });

        assertThat(json.at("/resource/google_compute_network/Plain/lifecycle").isEmpty())
                .isTrue();
        assertThat(json.at("/resource/google_compute_network/All/lifecycle")).isEqualTo(read("""
                        {"create_before_destroy": true, "prevent_destroy": true, "ignore_changes": ["a", "b"]}"""));
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

    @Test
    void fails_keptTypes_typeThatIsNotKept() throws IOException {
        JsonNode json = read("""
                {"resource": {"google_compute_network": {"a": {}}, "google_bigtable_instance": {"a": {}},
                              "terraform_data": {"a": {}}},
                 "data": {"azurerm_subscription": {"a": {}}},
                 "ephemeral": {"azurerm_key_vault_secret": {"a": {}}}}""");

        assertThatThrownBy(() -> KeptTypes.check(json))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        data.azurerm_subscription is emitted and not kept: add the line 'data.azurerm_subscription' to \
                        src/bindings/keep/azurerm.txt, and run filter-schema.mjs
                        google_bigtable_instance is emitted and not kept: add the line 'google_bigtable_instance' to \
                        src/bindings/keep/google.txt, and run filter-schema.mjs""");
        assertThatCode(() -> KeptTypes.check(read("{\"resource\": {\"google_compute_network\": {}}}")))
                .doesNotThrowAnyException();
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

    private static void network(TerraformStack stack, String id, Lifecycle lifecycle) {
        ComputeNetwork.Builder.create(stack, id)
                .name("live")
                .lifecycle(lifecycle.toTerraform())
                .build();
    }

    private static ComputeNetworkConfig name(String name) {
        return ComputeNetworkConfig.builder().name(name).build();
    }

    private JsonNode backend(StateBackend backend) throws IOException {
        return synth("live", backend, stack -> {}).at("/terraform/backend");
    }

    private JsonNode synth(String name, StateBackend backend, Consumer<TerraformStack> content) throws IOException {
        return read(Files.readString(write("out", name, backend, content)));
    }

    private Path write(String output, String name, StateBackend backend, Consumer<TerraformStack> content)
            throws IOException {
        Path out = folder.resolve(output);
        App app = TerraformApp.writingTo(out);
        stack(app, name, backend, content);
        app.synth();
        return out.resolve("stacks").resolve(name).resolve("cdk.tf.json");
    }

    private static void stack(Construct app, String name, StateBackend backend, Consumer<TerraformStack> content) {
        var stack = new ClusterStack(app, name, backend);
        GoogleProvider.Builder.create(stack, "Google").project("a-project").build();
        content.accept(stack);
    }

    private static JsonNode withoutMetadata(JsonNode resource) {
        ((ObjectNode) resource).remove("//");
        return resource;
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
