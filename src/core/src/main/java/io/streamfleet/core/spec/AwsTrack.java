package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Range;

/** Keeps the group's average CPU load near a target. */
public record AwsTrack(
        @Doc("Average CPU load in percent that the group keeps to.") @Range(min = "1", max = "100") @Example("60")
        int cpuPercent) {
    public AwsTrack {
        new Check(AwsTrack.class, cpuPercent).orThrow();
    }
}
