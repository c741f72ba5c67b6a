package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.DnsZone;
import io.streamfleet.core.value.Texts;
import java.time.Duration;

/**
 * What a {@link DnsName} is made of.
 *
 * @param domain the name: required
 * @param zone the DNS zone that holds it, such as {@code example.com}: required
 * @param resourceGroup resource group of that zone: required
 * @param addressId id of the public address that the name leads to, which a token may be: required
 * @param ttl time to live, 1 s to 7 d. Default: 5 min
 */
@Props
public record DnsNameProps(
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String zone,
        String resourceGroup,
        String addressId,
        @Range(min = "1s", max = "7d") Duration ttl) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or the record cannot be
     */
    public DnsNameProps {
        ttl = ttl == null ? Duration.ofMinutes(5) : ttl;
        new Check(DnsNameProps.class, domain, zone, resourceGroup, addressId, ttl)
                .that(domain == null || zone == null || new DnsZone(zone).holds(domain), DnsZone.outside(domain))
                .orThrow();
    }

    /** Returns a builder. */
    public static DnsNamePropsBuilder builder() {
        return DnsNamePropsBuilder.builder();
    }

    /** Returns the name within the zone, {@code @} for the zone itself. */
    String relative() {
        return new DnsZone(zone).relative(domain);
    }
}
