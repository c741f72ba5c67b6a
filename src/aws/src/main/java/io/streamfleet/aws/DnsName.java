package io.streamfleet.aws;

import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.CnameRecord;
import software.amazon.awscdk.services.route53.RecordSet;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/**
 * Leads the public name to a load balancer.
 *
 * <p>Creates a record in a hosted zone that exists, an alias or a CNAME. Opens nothing. An alias costs nothing, a CNAME its
 * queries.
 */
public final class DnsName extends Construct {
    private final RecordSet record;

    /**
     * Creates the record.
     *
     * @param scope what the record belongs to
     * @param id name within the scope
     * @param props what leads where
     */
    public DnsName(Construct scope, String id, DnsNameProps props) {
        super(scope, id);
        record = props.kind() instanceof DnsRecordKind.Cname cname ? cname(props, cname) : alias(props);
    }

    /** Returns the record. */
    public RecordSet record() {
        return record;
    }

    private RecordSet alias(DnsNameProps props) {
        return ARecord.Builder.create(this, "Alias")
                .zone(props.zone())
                .recordName(props.domain() + ".")
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(props.target())))
                .build();
    }

    private RecordSet cname(DnsNameProps props, DnsRecordKind.Cname cname) {
        return CnameRecord.Builder.create(this, "Cname")
                .zone(props.zone())
                .recordName(props.domain() + ".")
                .domainName(props.target().getLoadBalancerDnsName())
                .ttl(LoadBalancers.seconds(cname.ttl()))
                .build();
    }
}
