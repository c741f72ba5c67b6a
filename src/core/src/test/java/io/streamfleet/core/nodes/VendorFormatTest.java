package io.streamfleet.core.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.streamfleet.core.nodes.LaunchConfiguration.Target;
import io.streamfleet.core.nodes.LaunchConfiguration.Value;
import io.streamfleet.core.spec.NodeRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the documents against schemas written from the vendor's pages, and against the examples of its guides, corrected:
 * those have doubled commas, a key {@code via instanceType}, a size {@code F2Standard_F2} and numbers in quotes.
 */
class VendorFormatTest {
    private static final JsonMapper JSON = new JsonMapper();

    static String resource(String name) {
        try (InputStream in = VendorFormatTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static List<?> faults(String schema, String document) {
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(schema + ".schema.json"));
        return validator.validate(document, InputFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "scalepolicy, scalepolicy",
        "launchconfig-3.1, launchconfig",
        "launchconfig-4.0, launchconfig",
        "launchconfig-4.0, launchconfig-fallbacks",
        "nodegroup, nodegroup"
    })
    void vendorsExamples_corrected_passTheSchemas(String schema, String example) {
        assertThat(faults(schema, resource("vendor/" + example + ".json"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scalepolicy|scalepolicy|\"minLimit\": 2|\"minLimit\": \"2\"",
                "scalepolicy|scalepolicy|\"minLimit\": 2|\"minLimit\": 2.5",
                "scalepolicy|scalepolicy|\"name\": \"default\",|\"name\": \"us-east-1\",",
                "scalepolicy|scalepolicy|\"role\": \"edge\"|\"role\": \"edges\"",
                "launchconfig-4.0|launchconfig|\"instanceType\": \"Standard_D2\"|\"via instanceType\": \"Standard_D2\"",
                "launchconfig-4.0|launchconfig|2000|\"2000\"",
                "launchconfig-4.0|launchconfig|\"meta\":|\"metas\":",
                "launchconfig-4.0|launchconfig-fallbacks|\"Standard_F2\"|\"F2Standard_F2\"",
                "launchconfig-4.0|launchconfig-fallbacks|vmSizeFallbacks|vmSizeFallback",
                "launchconfig-3.1|launchconfig|\"instanceType\": \"Standard_D2\"|\"instanceType\": \"a\", \"image\": \"b\"",
                "nodegroup|nodegroup|scalePolicy|scalepolicy"
            })
    void fails_documentsAsTheGuidesHaveThem(String schema, String example, String good, String bad) {
        String text = resource("vendor/" + example + ".json");
        assertThat(text).contains(good);
        assertThat(faults(schema, text.replace(good, bad))).isNotEmpty();
    }

    @Test
    void scalePolicy_ofTheExamplesValues_saysWhatItSays() throws IOException {
        ScalePolicy policy = new ScalePolicy(
                "default-v3",
                "Sample Scale Config policy with all node types",
                List.of(
                        limits(NodeRole.EDGE, 20),
                        limits(NodeRole.ORIGIN, 10),
                        limits(NodeRole.RELAY, 10),
                        limits(NodeRole.TRANSCODER, 10)));
        assertSame("scalepolicy", policy.document(), "vendor/scalepolicy.json");
    }

    private static ScalePolicy.Limits limits(NodeRole role, int max) {
        return new ScalePolicy.Limits(role, 2, max, 1, Duration.ZERO, Duration.ZERO);
    }

    @Test
    void launchConfiguration_ofTheExamplesValues_saysWhatItSays() throws IOException {
        assertSame(
                "launchconfig-3.1",
                azure(Map.of("property-name", new Value.Text("property-value"))),
                "vendor/launchconfig.json");
        assertSame(
                "launchconfig-4.0",
                azure(Map.of(
                        "vmSizeFallbacks",
                        new Value.Texts(List.of("Standard_F2s", "Standard_F2", "Standard_B2ms", "Standard_D2s_v3")))),
                "vendor/launchconfig-fallbacks.json");
    }

    private static NodeDocument azure(Map<String, Value> properties) {
        return new LaunchConfiguration(
                        "all-nodes-launch",
                        "Sample Launch Config with all four nodetypes",
                        "red5pro-image-name",
                        List.of(
                                target(NodeRole.ORIGIN, "Standard_D1"),
                                target(NodeRole.EDGE, "Standard_D1"),
                                target(NodeRole.RELAY, "Standard_D1"),
                                target(NodeRole.TRANSCODER, "Standard_D2")),
                        properties,
                        Map.of("meta-name", "meta-value"))
                .document();
    }

    private static Target target(NodeRole role, String type) {
        return new Target(role, type, 2000, Optional.empty());
    }

    @Test
    void nodeGroup_ofTheExamplesValues_saysWhatItSays() throws IOException {
        NodeGroup group =
                new NodeGroup(List.of("us-central1", "us-east1"), "all-nodes-launch", "default-v3", Optional.empty());
        assertSame("nodegroup", group.document(), "vendor/nodegroup.json");
    }

    private static void assertSame(String schema, NodeDocument ours, String example) throws IOException {
        JsonNode theirs = JSON.readTree(resource(example));
        assertThat(ours.tree()).isEqualTo(theirs);
        assertThat(faults(schema, ours.text())).isEmpty();
        assertThat(faults(schema, ours.compactText())).isEmpty();
    }
}
