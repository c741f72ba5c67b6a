package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.DnsZone;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.route53.IHostedZone;

/**
 * What a {@link DnsName} is made of.
 *
 * @param domain the name: required
 * @param zone the hosted zone that holds it; {@code HostedZone.fromHostedZoneAttributes} needs no look-up: required
 * @param target the load balancer it leads to: required
 * @param kind the kind of record. Default: an alias
 */
@Props
public record DnsNameProps(
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        IHostedZone zone,
        IApplicationLoadBalancer target,
        DnsRecordKind kind) {
    private static final Duration LONGEST_TTL = Duration.ofDays(7);

    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or the record cannot be
     */
    public DnsNameProps {
        kind = kind == null ? DnsRecordKind.alias() : kind;
        boolean isCname = kind instanceof DnsRecordKind.Cname;
        new Check(DnsNameProps.class, domain, zone, target, kind)
                .that(isWithin(domain, zone), DnsZone.outside(domain))
                .that(
                        !isCname || !isTop(domain, zone),
                        Violation.at("kind")
                                .given("a CNAME at the top of the zone")
                                .allowed("an alias there"))
                .that(
                        !(kind instanceof DnsRecordKind.Cname cname) || isTtl(cname.ttl()),
                        Violation.at("kind")
                                .given("a time to live out of range")
                                .allowed("0s to 7d"))
                .orThrow();
    }

    /** Returns a builder. */
    public static DnsNamePropsBuilder builder() {
        return DnsNamePropsBuilder.builder();
    }

    private static boolean isWithin(String domain, IHostedZone zone) {
        if (domain == null || zone == null || Token.isUnresolved(zone.getZoneName())) {
            return true;
        }
        return new DnsZone(zone.getZoneName()).holds(domain);
    }

    private static boolean isTop(String domain, IHostedZone zone) {
        return domain != null && zone != null && new DnsZone(zone.getZoneName()).isApex(domain);
    }

    private static boolean isTtl(Duration ttl) {
        return !ttl.isNegative() && ttl.compareTo(LONGEST_TTL) <= 0;
    }
}
