package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.nodes.NodeDocument;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.stacks.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds that the documents of a fleet are the same wherever someone takes them from, on every cloud. */
class NodeDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    @DisplayName("AWS: files, parameters and nodes show have the same documents")
    List<DynamicTest> aws_documents_areTheSameEverywhere() {
        return Shipped.aws().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Map<String, NodeDocument> documents = checkFilesAndShow(each.file(), each.plan());
                    JsonNode template =
                            Json.read(Shipped.assembly().resolve(each.plan().name() + ".template.json"));
                    assertThat(StreamSupport.stream(template.path("Resources").spliterator(), false)
                                    .filter(resource ->
                                            resource.path("Type").asText().equals("AWS::SSM::Parameter"))
                                    .map(resource ->
                                            resource.at("/Properties/Value").asText()))
                            .contains(documents.values().stream()
                                    .map(NodeDocument::compactText)
                                    .toArray(String[]::new));
                }))
                .toList();
    }

    @TestFactory
    @DisplayName("Google and Azure: files, outputs and nodes show have the same documents")
    List<DynamicTest> terraform_documents_areTheSameEverywhere() {
        return Shipped.terraform().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Map<String, NodeDocument> documents = checkFilesAndShow(each.file(), each.plan());
                    JsonNode outputs =
                            Json.read(each.folder().resolve("cdk.tf.json")).path("output");
                    Map.of(
                                    "scalepolicy",
                                    "scale_policy",
                                    "launchconfig",
                                    "launch_configuration",
                                    "nodegroup",
                                    "node_group")
                            .forEach((name, output) -> assertThat(
                                            outputs.path(output).path("value").asText())
                                    .as(output)
                                    .isEqualTo(documents.get(name).compactText()));
                }))
                .toList();
    }

    private static Map<String, NodeDocument> checkFilesAndShow(Path file, ClusterPlan plan) throws IOException {
        Map<String, NodeDocument> documents = NodeDocuments.of(plan.spec()).byName();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "nodes", "show", file.toString(), "--json");
        assertThat(status).as(err.toString()).isZero();
        JsonNode shown = JSON.readTree(out.toString());
        Path folder = Shipped.output().resolve("nodes").resolve(plan.name());
        documents.forEach((name, document) -> {
            assertThat(folder.resolve(name + ".json")).content().isEqualTo(document.text());
            assertThat(shown.path(name).toString()).as(name).isEqualTo(document.compactText());
        });
        assertThat(shown).hasSize(3);
        return documents;
    }
}
