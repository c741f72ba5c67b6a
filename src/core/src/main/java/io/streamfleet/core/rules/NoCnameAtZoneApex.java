package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.DnsRecord;
import io.streamfleet.core.value.DnsZone;
import java.util.stream.Stream;

/** Keeps a CNAME off the zone's own name, which has other records already, and beside a CNAME none may stand. */
final class NoCnameAtZoneApex implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        ClusterSpec spec = cluster.spec();
        return cluster.awsDns().stream()
                .filter(dns -> dns.record() == DnsRecord.CNAME
                        && new DnsZone(spec.dns().orElseThrow().zone()).isApex(spec.domain()))
                .map(dns -> Violation.at("dns.record")
                        .given("cname for " + spec.domain() + ", the zone's own name")
                        .allowed("alias there")
                        .todo("set record: alias, or take a name below the zone"));
    }
}
