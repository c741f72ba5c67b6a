package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramCommandTest {
    @Test
    void diagram_byDefault_isMermaidWithEachPairOnce() {
        Run run = Run.of("diagram", Specs.shipped("red5-aws").toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("flowchart LR\n")
                .contains("    addresses_internet((\"internet\"))\n")
                .contains("    entry{{\"public load balancer<br/>live.example.com\"}}\n")
                .contains("    streamManager[\"streamManager<br/>2 to 6 x c5.large\"]\n")
                .contains("    addresses_internet -->|\"TCP 443, 80\"| entry\n")
                .contains("    nodes -->|\"TCP 5080\"| nodeEntry\n");
        assertThat(run.out().lines().filter(line -> line.contains("-->")).map(line -> line.replaceAll("\\|.*\\|", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void diagram_asDot_isAGraphOfTheSameParts() {
        Run run = Run.of("diagram", Specs.shipped("red5-aws-existing").toString(), "--format", "dot");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("digraph \"corp\" {\n")
                .endsWith("}\n")
                .contains("\"streamManager\" -> \"database\" [label=\"TCP 3307\"];")
                .contains("\"addresses_10_0_0_0_16\" -> \"nodes\" [label=\"TCP 22\"];")
                .doesNotContain("nodeEntry");
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void diagram_ofEachShippedDescription_drawsArrowsBetweenBoxesThatThereAre(Path file) {
        String out = Run.of("diagram", file.toString(), "--format", "dot").out();

        assertThat(out.lines().filter(line -> line.contains(" -> ")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String[] ends = line.strip().replaceFirst(" \\[.*", "").split(" -> ");
                    assertThat(out).contains("    " + ends[0] + " [label=").contains("    " + ends[1] + " [label=");
                });
    }

    @Test
    void fails_unknownFormat_saysWhichThereAre() {
        Run run = Run.of("diagram", Specs.shipped("red5-aws").toString(), "--format", "png");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("streamfleet: --format: got png, must be mermaid or dot\n");
    }
}
