package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.DnsZone;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * What a {@link DnsName} is made of.
 *
 * @param domain the name: required
 * @param zone the zone that holds it, such as {@code example.com}: required
 * @param managedZone name of that zone in Cloud DNS: required
 * @param project project of that zone. Default: the stack's
 * @param address IPv4 address that the name leads to, which a token may be: required
 * @param ttl time to live, 0 to 7 d. Default: 5 min
 */
@Props
public record DnsNameProps(
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String zone,

        @Matches(value = GoogleTexts.NAME, is = GoogleTexts.NAME_IS)
        String managedZone,

        Optional<String> project,
        String address,
        @Range(min = "0s", max = "7d") Duration ttl) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or the record cannot be
     */
    public DnsNameProps {
        project = project == null ? Optional.empty() : project;
        ttl = ttl == null ? Duration.ofMinutes(5) : ttl;
        new Check(DnsNameProps.class, domain, zone, managedZone, project, address, ttl)
                .that(domain == null || zone == null || new DnsZone(zone).holds(domain), DnsZone.outside(domain))
                .orThrow();
    }

    /** Returns a builder. */
    public static DnsNamePropsBuilder builder() {
        return DnsNamePropsBuilder.builder();
    }
}
