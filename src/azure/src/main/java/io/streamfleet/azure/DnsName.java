package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.dns_a_record.DnsARecord;
import software.constructs.Construct;

/**
 * Leads the public name to a gateway.
 *
 * <p>Creates an A record in a zone that exists. It names the public address by its id, so that it never leads to an address
 * that has become someone else's. Opens nothing. Costs its queries.
 */
public final class DnsName extends Construct {
    private final DnsARecord record;

    /**
     * Creates the record.
     *
     * @param scope what the record belongs to
     * @param id name within the scope
     * @param props what leads where
     */
    public DnsName(Construct scope, String id, DnsNameProps props) {
        super(scope, id);
        record = DnsARecord.Builder.create(this, "Record")
                .name(props.relative())
                .zoneName(props.zone())
                .resourceGroupName(props.resourceGroup())
                .ttl(props.ttl().toSeconds())
                .targetResourceId(props.addressId())
                .build();
    }

    /** Returns the record. */
    public DnsARecord record() {
        return record;
    }
}
