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

/** A zone of Azure DNS. */
@On(Cloud.AZURE)
public record AzureDns(
        @Doc("Resource group of the zone.") @Matches(value = AzureIds.GROUP, is = AzureIds.GROUP_IS) @Example("dns")
        String resourceGroup,

        @Doc("Time to live of the record.") @Default("5m") @Range(min = "1s", max = "7d")
        Duration ttl)
        implements DnsOnCloud {
    public AzureDns {
        new Check(AzureDns.class, resourceGroup, ttl).orThrow();
    }
}
