package io.streamfleet.core.spec;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Durations;
import java.time.Duration;

/**
 * What CloudWatch allows of an alarm on EC2's CPU load. Periods of 10, 20 and 30 seconds exist, but EC2 reports CPU once
 * a minute at best: such an alarm would mostly lack data.
 */
final class AwsAlarms {
    private AwsAlarms() {}

    static boolean inWholeMinutes(Duration period) {
        return period.toSeconds() % 60 == 0;
    }

    static Violation notInWholeMinutes(Duration period) {
        return Violation.at("period")
                .given(Durations.format(period))
                .allowed("a multiple of 1m, since EC2 reports CPU once a minute")
                .todo("round it to minutes");
    }

    static boolean withinADay(int periods, Duration period) {
        return period.multipliedBy(periods).compareTo(Duration.ofDays(1)) <= 0;
    }

    static Violation notWithinADay(int periods, Duration period) {
        return Violation.at("periods")
                .given(periods + " of " + Durations.format(period))
                .allowed("at most a day together")
                .todo("lower periods or period");
    }
}
