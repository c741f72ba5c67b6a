package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import java.time.Duration;
import java.util.Optional;

/** A global external Application Load Balancer. */
@On(Cloud.GOOGLE)
public record GoogleEntry(
        @Doc("Time after which a session is cut, however busy: the load balancer's front ends keep none beyond 24h.")
        @Default("24h")
        @Range(min = "1s", max = "24h")
        Duration sessionTimeout,

        @Doc("Requests a second that a server takes before the next region is asked; a WebSocket is one request.")
        @Default("1000")
        @Range(min = "1", max = "1000000")
        int maxRatePerServer,

        @Doc("A reserved global address. Default: the deployment reserves one.")
        @Matches(value = "([0-9]{1,3}\\.){3}[0-9]{1,3}", is = "an IPv4 address, such as 203.0.113.7")
        Optional<String> address)
        implements EntryOnCloud {
    public GoogleEntry {
        new Check(GoogleEntry.class, sessionTimeout, maxRatePerServer, address).orThrow();
    }
}
