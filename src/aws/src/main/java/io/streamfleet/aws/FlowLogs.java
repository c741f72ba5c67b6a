package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether and for how long a network's connections are logged. */
public sealed interface FlowLogs {
    /** Returns logs that are kept for so many days, one of the numbers that CloudWatch Logs takes. */
    static FlowLogs keptForDays(int days) {
        return new Kept(days);
    }

    /** Returns no logs. */
    static FlowLogs none() {
        return new None();
    }

    /**
     * Logs in a log group of CloudWatch Logs.
     *
     * @param days days that logs are kept: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827 or 3653
     */
    record Kept(int days) implements FlowLogs {
        // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
        private static final Set<Integer> DAYS =
                new TreeSet<>(Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653));

        /**
         * Checks the number.
         *
         * @throws InvalidSpecException when CloudWatch Logs does not take it
         */
        public Kept {
            InvalidSpecException.throwIfAny(
                    Stream.of(days).filter(given -> !DAYS.contains(given)).map(given -> Violation.at("days")
                            .given(given)
                            .allowed("one of " + DAYS + ", the days that CloudWatch Logs keeps logs")));
        }
    }

    /** No logs. */
    record None() implements FlowLogs {}
}
