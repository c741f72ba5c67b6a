package io.streamfleet.aws;

import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTrack;
import java.util.Objects;
import java.util.Optional;

/** When load adds servers to a group, and when it removes some. */
public sealed interface Scaling {
    /** Adds servers when the group's load has been high, and never removes one. */
    static Scaling out(AwsScaleOut out) {
        return new Steps(out, Optional.empty());
    }

    /** Adds servers when the group's load has been high, and removes some when it has been low. */
    static Scaling outAndIn(AwsScaleOut out, AwsScaleIn in) {
        return new Steps(out, Optional.of(in));
    }

    /** Keeps the group's load near a target; removes servers only where they carry no long sessions. */
    static Scaling track(AwsTrack track) {
        return new Track(track);
    }

    /** Leaves the number of servers to people and schedules. */
    static Scaling none() {
        return new None();
    }

    /**
     * One step up and perhaps one down.
     *
     * @param out when servers are added
     * @param in when servers are removed; empty for never
     */
    record Steps(AwsScaleOut out, Optional<AwsScaleIn> in) implements Scaling {
        public Steps {
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(in, "in");
        }
    }

    /**
     * A target that the load is kept near.
     *
     * @param target the target
     */
    record Track(AwsTrack target) implements Scaling {
        public Track {
            Objects.requireNonNull(target, "target");
        }
    }

    /** No scaling by load. */
    record None() implements Scaling {}
}
