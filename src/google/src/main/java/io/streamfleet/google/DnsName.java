package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSet;
import java.util.List;
import software.constructs.Construct;

/**
 * Leads the public name to a load balancer.
 *
 * <p>Creates an A record in a managed zone that exists. Opens nothing. Costs its queries.
 */
public final class DnsName extends Construct {
    private final DnsRecordSet record;

    /**
     * Creates the record.
     *
     * @param scope what the record belongs to
     * @param id name within the scope
     * @param props what leads where
     */
    public DnsName(Construct scope, String id, DnsNameProps props) {
        super(scope, id);
        DnsRecordSet.Builder a = DnsRecordSet.Builder.create(this, "Record")
                .name(props.domain() + ".")
                .managedZone(props.managedZone())
                .type("A")
                .ttl(props.ttl().toSeconds())
                .rrdatas(List.of(props.address()));
        props.project().ifPresent(a::project);
        record = a.build();
    }

    /** Returns the record. */
    public DnsRecordSet record() {
        return record;
    }
}
