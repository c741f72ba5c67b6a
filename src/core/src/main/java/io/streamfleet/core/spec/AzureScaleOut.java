package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.shape.RecordReader;
import java.time.Duration;

/** Adds servers when the group's average CPU load has been high. */
public record AzureScaleOut(
        @Doc("Average CPU load in percent, from which servers are added.") @Default("70") @Range(min = "1", max = "100")
        int cpuPercent,

        @Doc("Time over which the load is averaged: whole minutes.") @Default("5m") @Range(min = "5m", max = "12h")
        Duration window,

        @Doc("Servers added at a time.") @Default("1") @Range(min = "1", max = "100")
        int add,

        @Doc("Time between two additions: whole minutes.") @Default("300s") @Range(min = "180s", max = "7d")
        Duration cooldown) {
    public AzureScaleOut {
        new Check(AzureScaleOut.class, cpuPercent, window, add, cooldown)
                .that(AzureMinutes.isWhole(window), AzureMinutes.notWhole("window", window))
                .that(AzureMinutes.isWhole(cooldown), AzureMinutes.notWhole("cooldown", cooldown))
                .orThrow();
    }

    /** Returns what a group does whose description says nothing: one server more after five minutes at 70 % CPU. */
    public static AzureScaleOut byDefault() {
        return RecordReader.ofDefaults(AzureScaleOut.class, Cloud.AZURE);
    }
}
