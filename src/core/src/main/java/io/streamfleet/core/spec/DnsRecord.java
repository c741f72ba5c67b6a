package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;

/** Kinds of record that lead to a load balancer. */
public enum DnsRecord {
    @Doc("Route 53's own pointer to a load balancer: free, also at the zone's top, without a time to live.")
    ALIAS,
    @Doc("An ordinary CNAME, not at the zone's top.")
    CNAME
}
