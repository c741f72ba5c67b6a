package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Durations;
import io.streamfleet.core.value.Texts;
import java.time.Duration;

/** How a load balancer tells a healthy server, and how long a new one is left alone. */
public record Health(
        @Doc("Path that answers 200 on a healthy server.")
        @Default("/")
        @Matches(value = Texts.PATH, is = Texts.PATH_IS)
        String path,

        @Doc("Time between two checks.") @Default("30s") @Range(min = "1s", max = "300s")
        Duration interval,

        @Doc("Time after which a check has failed.") @Default("10s") @Range(min = "1s", max = "300s")
        Duration timeout,

        @Doc("Good checks in a row that make a server healthy; on Azure it is one.")
        @On({Cloud.AWS, Cloud.GOOGLE})
        @Default("2")
        @Range(min = "1", max = "10")
        int healthy,

        @Doc("Failed checks in a row that make it unhealthy.") @Default("5") @Range(min = "1", max = "10")
        int unhealthy,

        @Doc("Time in which a new server is not replaced for failing checks.")
        @Default(value = "300s", azure = "10m")
        @Range(min = "180s", max = "7200s")
        Duration grace) {
    public Health {
        new Check(Health.class, path, interval, timeout, healthy, unhealthy, grace)
                .that(
                        timeout.compareTo(interval) < 0,
                        Violation.at("timeout")
                                .given(Durations.format(timeout))
                                .allowed("below interval (" + Durations.format(interval) + ")")
                                .todo("lower timeout or raise interval"))
                .orThrow();
    }
}
