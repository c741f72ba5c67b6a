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

/** An Application Load Balancer. */
@On(Cloud.AWS)
public record AwsEntry(
        @Doc("Time for which a session may be idle before it is cut; the load balancer allows up to 4000s.")
        @Default("4000s")
        @Range(min = "1s", max = "4000s")
        Duration sessionTimeout,

        @Doc("Security policy of the HTTPS listener: TLS 1.2 and 1.3 alone by default.")
        @Default("ELBSecurityPolicy-TLS13-1-2-2021-06")
        @Matches(
                value = "ELBSecurityPolicy-[A-Za-z0-9-]{1,64}",
                is = "a security policy of Elastic Load Balancing, such as ELBSecurityPolicy-TLS13-1-2-2021-06")
        String tlsPolicy,

        @Doc(
                "Time for which an HTTP connection is kept open for further requests. Default: the load balancer's own, 1h.")
        @Range(min = "60s", max = "604800s")
        Optional<Duration> clientKeepAlive,

        @Doc("Where access logs go.") @Default("{create: {}}")
        AwsAccessLogs accessLogs)
        implements EntryOnCloud {
    public AwsEntry {
        new Check(AwsEntry.class, sessionTimeout, tlsPolicy, clientKeepAlive, accessLogs).orThrow();
    }
}
