package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Outputs, dependencies, lifecycles and backends of a stack. */
class StackPartsTest extends SynthesisSuite {
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

    private static void network(TerraformStack stack, String id, Lifecycle lifecycle) {
        ComputeNetwork.Builder.create(stack, id)
                .name("live")
                .lifecycle(lifecycle.toTerraform())
                .build();
    }

    private JsonNode backend(StateBackend backend) throws IOException {
        return synth("live", backend, stack -> {}).at("/terraform/backend");
    }
}
