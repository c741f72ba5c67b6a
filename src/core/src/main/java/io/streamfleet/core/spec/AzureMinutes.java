package io.streamfleet.core.spec;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Durations;
import java.time.Duration;

/** What Azure Monitor's autoscaling takes of times: it looks once a minute. */
final class AzureMinutes {
    private AzureMinutes() {}

    static boolean isWhole(Duration time) {
        return time.toSeconds() % 60 == 0;
    }

    static Violation notWhole(String path, Duration time) {
        return Violation.at(path)
                .given(Durations.format(time))
                .allowed("whole minutes, since Azure's autoscaling looks once a minute")
                .todo("round it to minutes");
    }
}
