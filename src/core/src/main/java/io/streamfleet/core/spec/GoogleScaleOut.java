package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.shape.RecordReader;

/** Adds servers so that the group's average CPU load stays below a target. */
public record GoogleScaleOut(
        @Doc("Average CPU load in percent, from which servers are added.") @Default("60") @Range(min = "1", max = "100")
        int cpuPercent) {
    public GoogleScaleOut {
        new Check(GoogleScaleOut.class, cpuPercent).orThrow();
    }

    /** Returns what a group does whose description says nothing: it grows from 60 % CPU on. */
    public static GoogleScaleOut byDefault() {
        return RecordReader.ofDefaults(GoogleScaleOut.class, Cloud.GOOGLE);
    }
}
