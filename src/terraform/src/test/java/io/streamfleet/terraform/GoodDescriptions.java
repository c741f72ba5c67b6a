package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.constructs.Construct;

/** What no rule refuses, no construct may refuse either: core's good descriptions of a cloud become stacks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoodDescriptions {
    private static final Path FOLDER = Path.of("../core/src/test/resources/io/streamfleet/core/rules/good");

    private final String prefix;

    /**
     * Takes the cloud's descriptions.
     *
     * @param prefix what their files' names begin with, such as {@code google-}
     */
    protected GoodDescriptions(String prefix) {
        this.prefix = prefix;
    }

    /** Adds the stack of a plan to an app. */
    protected abstract TerraformStack stack(Construct app, ClusterPlan plan);

    protected List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    protected void of_goodDescription_isAStack(Path file) {
        ClusterPlan plan = ClusterPlan.of(SpecReader.read(file).spec());
        assertThat(Synth.ofApp(app -> stack(app, plan)).types()).isNotEmpty();
    }
}
