package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.DnsRecord;
import io.streamfleet.core.value.Durations;
import java.util.stream.Stream;

/** Keeps a time to live off an alias: Route 53 takes the load balancer's own and refuses another. */
final class NoTtlOnAlias implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.awsDns().stream()
                .filter(dns -> dns.record() == DnsRecord.ALIAS)
                .flatMap(dns -> dns.ttl().stream())
                .map(ttl -> Violation.at("dns.ttl")
                        .given(Durations.format(ttl) + " with record: alias")
                        .allowed("absent: an alias has the load balancer's own")
                        .todo("remove it, or set record: cname"));
    }
}
