package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Range;
import java.time.Duration;

/** Removes servers when the group's average CPU load has been low. */
public record AzureScaleIn(
        @Doc("Average CPU load in percent, up to which servers are removed.")
        @Default("30")
        @Range(min = "1", max = "99")
        int cpuPercent,

        @Doc("Time over which the load is averaged: whole minutes.") @Default("30m") @Range(min = "5m", max = "12h")
        Duration window,

        @Doc("Servers removed at a time.") @Default("1") @Range(min = "1", max = "100")
        int remove,

        @Doc("Time between two removals: whole minutes.") @Default("180s") @Range(min = "180s", max = "7d")
        Duration cooldown) {
    public AzureScaleIn {
        new Check(AzureScaleIn.class, cpuPercent, window, remove, cooldown)
                .that(AzureMinutes.isWhole(window), AzureMinutes.notWhole("window", window))
                .that(AzureMinutes.isWhole(cooldown), AzureMinutes.notWhole("cooldown", cooldown))
                .orThrow();
    }
}
