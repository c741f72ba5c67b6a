package io.streamfleet.stacks.show;

import io.streamfleet.core.value.Durations;
import java.time.Duration;

/** How load changes a tier, in the same words on all clouds. */
final class ScalingWords {
    /** What is said where load removes no servers. */
    static final String NEVER = "never by load";

    private ScalingWords() {}

    /** Says that servers are added, from a load on, as long as that lasts. */
    static String adding(int servers, int cpuPercent, String window, Duration cooldown) {
        return "+" + servers + " from " + steps(cpuPercent, window, cooldown);
    }

    /** Says that servers are removed, up to a load, as long as that lasts. */
    static String removing(int servers, int cpuPercent, String window, Duration cooldown) {
        return "-" + servers + " up to " + steps(cpuPercent, window, cooldown);
    }

    private static String steps(int cpuPercent, String window, Duration cooldown) {
        return cpuPercent + " % CPU in " + window + ", then none for " + Durations.format(cooldown);
    }

    /** Says that a load is kept to. */
    static String keeping(int cpuPercent, boolean byAddingAlone) {
        return "keeps to " + cpuPercent + " % CPU" + (byAddingAlone ? ", by adding alone" : "");
    }
}
