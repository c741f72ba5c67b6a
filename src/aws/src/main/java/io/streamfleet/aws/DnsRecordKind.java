package io.streamfleet.aws;

import java.time.Duration;
import java.util.Objects;

/** How a {@link DnsName} leads to a load balancer. */
public sealed interface DnsRecordKind {
    /** Route 53's own pointer: free of charge, also at the top of a zone; its time to live is the load balancer's, 60 s. */
    record Alias() implements DnsRecordKind {}

    /**
     * An ordinary CNAME, which cannot stand at the top of a zone.
     *
     * @param ttl its time to live
     */
    record Cname(Duration ttl) implements DnsRecordKind {
        public Cname {
            Objects.requireNonNull(ttl, "ttl");
        }
    }

    /** Returns an alias. */
    static DnsRecordKind alias() {
        return new Alias();
    }

    /** Returns a CNAME with its time to live. */
    static DnsRecordKind cname(Duration ttl) {
        return new Cname(ttl);
    }
}
