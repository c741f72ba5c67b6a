package io.streamfleet.google;

import io.streamfleet.core.spec.GoogleScaleIn;
import io.streamfleet.core.spec.GoogleScaleOut;
import java.util.Objects;
import java.util.Optional;

/**
 * When load adds servers to a group, and when it removes some.
 *
 * @param out when servers are added
 * @param in how fast servers are removed; empty for never
 */
public record Scaling(GoogleScaleOut out, Optional<GoogleScaleIn> in) {
    public Scaling {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(in, "in");
    }

    /** Adds servers so that the group's load stays below a target, and never removes one. */
    public static Scaling out(GoogleScaleOut out) {
        return new Scaling(out, Optional.empty());
    }

    /** Adds servers so that the group's load stays below a target, and removes those that the last while did not need. */
    public static Scaling outAndIn(GoogleScaleOut out, GoogleScaleIn in) {
        return new Scaling(out, Optional.of(in));
    }
}
