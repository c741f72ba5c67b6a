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

/** An Application Gateway of the second generation. */
@On(Cloud.AZURE)
public record AzureEntry(
        @Doc("Time for which an answer may take, and a WebSocket be open without traffic.")
        @Default("24h")
        @Range(min = "1s", max = "24h")
        Duration sessionTimeout,

        @Doc("Kind of the gateway.") @Default("WAF_v2") AzureGatewaySku sku,

        @Doc("How many instances the gateway has.") @Default("{}")
        AzureCapacity capacity,

        @Doc("Id of a public address that exists, Standard and static. Default: the deployment makes one.")
        @Matches(value = AzureIds.PUBLIC_ADDRESS, is = AzureIds.PUBLIC_ADDRESS_IS)
        Optional<String> address)
        implements EntryOnCloud {
    public AzureEntry {
        new Check(AzureEntry.class, sessionTimeout, sku, capacity, address).orThrow();
    }
}
