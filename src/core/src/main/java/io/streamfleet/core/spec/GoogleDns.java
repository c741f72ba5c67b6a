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

/** A managed zone of Cloud DNS. */
@On(Cloud.GOOGLE)
public record GoogleDns(
        @Doc("Name of the managed zone.")
        @Matches(
                value = Google.NAME,
                is =
                        "1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as example-zone")
        @Example("example-zone")
        String managedZone,

        @Doc("Project that holds the managed zone. Default: the deployment's.")
        @Matches(value = Google.PROJECT, is = Google.PROJECT_IS)
        Optional<String> project,

        @Doc("Time to live of the record.") @Default("5m") @Range(min = "0s", max = "7d")
        Duration ttl)
        implements DnsOnCloud {
    public GoogleDns {
        new Check(GoogleDns.class, managedZone, project, ttl).orThrow();
    }
}
