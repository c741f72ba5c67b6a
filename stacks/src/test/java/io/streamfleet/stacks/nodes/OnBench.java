package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A test against a Stream Manager on loopback, one of its own for each. */
abstract class OnBench {
    static final List<String> ALL = List.of(
            "POST admin/configurations/scalepolicy",
            "POST admin/configurations/launchconfig",
            "POST admin/nodegroup",
            "POST admin/nodegroup/group-d2f6aade-c6eb-4b92-b056-3001/node/origin");
    static final String GROUP = "group-d2f6aade-c6eb-4b92-b056-3001";

    Bench bench = new Bench("4.0");

    @AfterEach
    void stop() {
        bench.close();
    }

    /** What an undisturbed run leaves. */
    static ObjectNode undisturbed(String version) {
        try (Bench other = new Bench(version)) {
            assertThat(other.apply().isFine()).isTrue();
            return other.manager().summary();
        }
    }
}
