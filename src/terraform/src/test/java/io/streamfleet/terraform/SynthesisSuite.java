package io.streamfleet.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetworkConfig;
import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.Construct;

/** What suites about written stacks begin with: a folder, and stacks with Google's provider in it. */
abstract class SynthesisSuite {
    @TempDir
    Path folder;

    static ComputeNetworkConfig name(String name) {
        return ComputeNetworkConfig.builder().name(name).build();
    }

    JsonNode synth(String name, StateBackend backend, Consumer<TerraformStack> content) throws IOException {
        return read(Files.readString(write("out", name, backend, content)));
    }

    Path write(String output, String name, StateBackend backend, Consumer<TerraformStack> content) throws IOException {
        Path out = folder.resolve(output);
        App app = TerraformApp.writingTo(out);
        stack(app, name, backend, content);
        app.synth();
        return out.resolve("stacks").resolve(name).resolve("cdk.tf.json");
    }

    static JsonNode withoutMetadata(JsonNode resource) {
        ((ObjectNode) resource).remove("//");
        return resource;
    }

    static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    static void stack(Construct app, String name, StateBackend backend, Consumer<TerraformStack> content) {
        var stack = new ClusterStack(app, name, backend);
        GoogleProvider.Builder.create(stack, "Google").project("a-project").build();
        content.accept(stack);
    }
}
