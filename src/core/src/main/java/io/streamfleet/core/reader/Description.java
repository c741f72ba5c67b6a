package io.streamfleet.core.reader;

import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Source;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;

/**
 * A description that was read and found good.
 *
 * @param spec what it says
 * @param source where each of its paths stands
 * @param warnings what is legal but regrettable, in the order of the text
 */
public record Description(ClusterSpec spec, Source source, List<Violation> warnings) {
    public Description {
        warnings = List.copyOf(warnings);
    }
}
