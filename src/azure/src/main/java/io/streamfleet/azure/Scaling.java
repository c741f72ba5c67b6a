package io.streamfleet.azure;

import io.streamfleet.core.spec.AzureScaleIn;
import io.streamfleet.core.spec.AzureScaleOut;
import java.util.Objects;
import java.util.Optional;

/**
 * When load adds servers to a group, and when it removes some.
 *
 * @param out when servers are added
 * @param in when servers are removed; empty for never
 */
public record Scaling(AzureScaleOut out, Optional<AzureScaleIn> in) {
    public Scaling {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(in, "in");
    }

    /** Adds servers when the group's load has been high, and never removes one. */
    public static Scaling out(AzureScaleOut out) {
        return new Scaling(out, Optional.empty());
    }

    /** Adds servers when the group's load has been high, and removes some when it has been low. */
    public static Scaling outAndIn(AzureScaleOut out, AzureScaleIn in) {
        return new Scaling(out, Optional.of(in));
    }
}
