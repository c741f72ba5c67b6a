package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.ClusterSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads descriptions for the commands that need their plans. */
final class Plans {
    private Plans() {}

    /**
     * Plans the description in a file; tells its warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when the description is refused
     */
    static ClusterPlan of(Path file, PrintWriter err) {
        return of(List.of(file), err).get(0);
    }

    /**
     * Reads the description in a file, for commands that need no plan of it; tells its warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when the description is refused
     */
    static ClusterSpec spec(Path file, PrintWriter err) {
        List<Description> descriptions = SpecReader.read(List.of(file));
        Words.warnings(descriptions, err);
        return descriptions.get(0).spec();
    }

    /**
     * Plans the descriptions of one app; tells their warnings.
     *
     * @throws io.streamfleet.core.InvalidSpecException when any of them is refused
     */
    static List<ClusterPlan> of(List<Path> files, PrintWriter err) {
        return of(SpecReader.read(files), err);
    }

    /** Plans descriptions that were read; tells their warnings. */
    static List<ClusterPlan> of(Collection<Description> descriptions, PrintWriter err) {
        Words.warnings(descriptions, err);
        return descriptions.stream().map(each -> ClusterPlan.of(each.spec())).toList();
    }
}
