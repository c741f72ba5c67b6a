package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Reads a description for the commands that need its plan. */
final class Plans {
    private Plans() {}

    /**
     * Plans the description in a file; tells its warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when the description is refused
     */
    static ClusterPlan of(Path file, PrintWriter err) {
        Description description = SpecReader.read(file);
        Words.warnings(List.of(description), err);
        return ClusterPlan.of(description.spec());
    }
}
