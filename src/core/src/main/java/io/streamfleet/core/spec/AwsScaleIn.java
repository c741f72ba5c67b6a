package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import java.time.Duration;

/** Removes servers when the group's average CPU load has been low. */
public record AwsScaleIn(
        @Doc("Average CPU load in percent, up to which servers are removed.")
        @Default("30")
        @Range(min = "1", max = "99")
        int cpuPercent,

        @Doc("Periods in a row that must be under it.") @Default("2") @Range(min = "1", max = "1440")
        int periods,

        @Doc("Length of a period: whole minutes, since EC2 reports CPU once a minute.")
        @Default("15m")
        @Range(min = "1m", max = "1d")
        Duration period,

        @Doc("Servers removed at a time.") @Default("1") @Range(min = "1", max = "100")
        int remove,

        @Doc("Time between two removals.") @Default("180s") @Range(min = "0s", max = "1d")
        Duration cooldown) {
    public AwsScaleIn {
        new Check(AwsScaleIn.class, cpuPercent, periods, period, remove, cooldown)
                .that(AwsAlarms.inWholeMinutes(period), AwsAlarms.notInWholeMinutes(period))
                .that(AwsAlarms.withinADay(periods, period), AwsAlarms.notWithinADay(periods, period))
                .orThrow();
    }
}
