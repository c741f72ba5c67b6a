package io.streamfleet.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.streamfleet.core.spec.ClusterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaTest {
    private static final ObjectNode SCHEMA = JsonSchema.of(ClusterSpec.class, "streamfleet description");
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA.toString());

    private static List<?> faults(String yaml) {
        return VALIDATOR.validate(yaml, InputFormat.YAML);
    }

    @Test
    void of_description_acceptsWhatTheReaderAccepts() {
        assertThat(faults(RecordReaderTest.GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: live|name: Live",
                "max: 6|max: six",
                "max: 6|max: 0",
                "max: 6|max: 6, mix: 2",
                "origin:|orign:",
                "instanceType: c5.large|machineType: c5.large",
                "create: { instance|make: { instance",
                "cloud: aws|cloud: ibm",
                "tls: { issue: {} }|tls: { issue: {}, certificate: x }",
                "10.20.0.0/16|10.20.0.0"
            })
    void of_description_refusesWhatTheReaderRefuses(String good, String bad) {
        String text = RecordReaderTest.GOOD.replace(good, bad);
        assertThat(RecordReaderTest.read(text).violations()).isNotEmpty();
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void of_description_carriesMeaningDefaultAndBounds() {
        assertThat(SCHEMA.at("/$defs/aws.Health/properties/grace/default").asText())
                .isEqualTo("300s");
        assertThat(SCHEMA.at("/$defs/aws.Group/properties/max/maximum").asInt()).isEqualTo(1000);
        assertThat(SCHEMA.at("/$defs/aws.Group/properties/max/description").asText())
                .isEqualTo("Largest number of servers.");
        assertThat(SCHEMA.at("/$defs/red5-aws/required").toString())
                .contains("\"streamManager\"")
                .contains("\"aws\"");
    }

    static List<Path> good() throws Exception {
        Path folder = Path.of(JsonSchemaTest.class.getResource("../rules/good").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What the reader accepts, an editor must not mark. */
    @ParameterizedTest
    @MethodSource("good")
    void of_description_acceptsEveryGoodOne(Path file) throws Exception {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    /**
     * The compiler lists a sealed type's records in the order in which it meets them, unless told: the schema, the page of
     * keys and messages would change with any other file that names one.
     */
    @Test
    void sources_sealedTypes_sayTheOrderOfTheirRecords() throws Exception {
        Path folder = Path.of("src/main/java/io/streamfleet/core/spec");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContainPattern("sealed interface \\w+ \\{"));
        }
    }
}
