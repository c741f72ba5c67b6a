package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.shape.RecordReader;
import java.time.Duration;

/** Adds servers when the group's average CPU load has been high. */
public record AwsScaleOut(
        @Doc("Average CPU load in percent, from which servers are added.") @Default("70") @Range(min = "1", max = "100")
        int cpuPercent,

        @Doc("Periods in a row that must be over it.") @Default("2") @Range(min = "1", max = "1440")
        int periods,

        @Doc("Length of a period: whole minutes, since EC2 reports CPU once a minute.")
        @Default("1m")
        @Range(min = "1m", max = "1d")
        Duration period,

        @Doc("Servers added at a time.") @Default("1") @Range(min = "1", max = "100")
        int add,

        @Doc("Time in which an added server counts before another is added.")
        @Default("300s")
        @Range(min = "180s", max = "1d")
        Duration cooldown) {
    public AwsScaleOut {
        new Check(AwsScaleOut.class, cpuPercent, periods, period, add, cooldown)
                .that(AwsAlarms.inWholeMinutes(period), AwsAlarms.notInWholeMinutes(period))
                .that(AwsAlarms.withinADay(periods, period), AwsAlarms.notWithinADay(periods, period))
                .orThrow();
    }

    /** Returns what a group does whose description says nothing: one server more after two minutes at 70 % CPU. */
    public static AwsScaleOut byDefault() {
        return RecordReader.ofDefaults(AwsScaleOut.class, Cloud.AWS);
    }
}
