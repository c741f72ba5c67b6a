package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.ClusterSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The one description that a command works on. */
final class DescriptionFile {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "SPEC", description = "A description, YAML or JSON.")
    private Path file;

    Path file() {
        return file;
    }

    /**
     * Reads it; tells its warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when it is refused
     */
    ClusterSpec read() {
        return Plans.spec(file, err());
    }

    /**
     * Reads and plans it; tells its warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when it is refused
     */
    ClusterPlan plan() {
        return Plans.of(file, err());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
