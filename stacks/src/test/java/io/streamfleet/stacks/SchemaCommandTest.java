package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {
    private static final Path COMMITTED = Path.of("specs", "streamfleet.schema.json");

    @Test
    void schema_ofDescriptions_isPrinted() {
        Run run = Run.of("schema");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{\n").endsWith("}\n").contains("draft/2020-12/schema", "streamManager");
    }

    @Test
    void schema_besideTheShippedDescriptions_isCurrent() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as(
                        "stacks/specs/streamfleet.schema.json; to renew it: ./streamfleet schema > stacks/specs/streamfleet.schema.json")
                .isEqualTo(Run.of("schema").out());
    }
}
