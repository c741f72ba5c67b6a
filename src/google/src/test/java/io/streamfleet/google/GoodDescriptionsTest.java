package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.TestingAppConfig;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.terraform.Synth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no rule refuses, no construct may refuse either: core's good descriptions of this cloud become stacks. */
class GoodDescriptionsTest {
    private static final Path FOLDER = Path.of("../core/src/test/resources/io/streamfleet/core/rules/good");

    static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("google-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void of_goodDescription_isAStack(Path file) {
        ClusterPlan plan = ClusterPlan.of(SpecReader.read(file).spec());
        Synth stack =
                Synth.of(Red5Stack.of(Testing.app(TestingAppConfig.builder().build()), plan));
        assertThat(stack.json().at("/resource")).isNotEmpty();
    }
}
