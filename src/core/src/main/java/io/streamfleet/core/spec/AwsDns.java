package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import java.time.Duration;
import java.util.Optional;

/** A zone of Route 53 and the kind of record in it. */
@On(Cloud.AWS)
public record AwsDns(
        @Doc("Id of the Route 53 hosted zone.")
        @Matches(value = "Z[A-Z0-9]{1,31}", is = "a hosted zone id, such as Z0123456789ABCDEFGHIJ")
        @Example("Z0123456789ABCDEFGHIJ")
        String zoneId,

        @Doc("Kind of the record.") @Default("alias") DnsRecord record,

        @Doc("Time to live of a CNAME. Default: 5m; an alias has none.") @Range(min = "0s", max = "7d")
        Optional<Duration> ttl)
        implements DnsOnCloud {
    public AwsDns {
        new Check(AwsDns.class, zoneId, record, ttl).orThrow();
    }
}
