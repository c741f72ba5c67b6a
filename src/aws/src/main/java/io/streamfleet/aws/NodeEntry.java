package io.streamfleet.aws;

import io.streamfleet.aws.Acknowledged.Finding;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.PrivateHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;
import software.constructs.DependencyGroup;
import software.constructs.IDependable;

/**
 * Lets the streaming nodes reach the Stream Managers under the public name, without leaving the network.
 *
 * <p>A listener of the public load balancer would not do: its name resolves to public addresses, rules between security
 * groups match private ones alone, and the port would have to be open to the world.
 *
 * <p>Creates an internal Application Load Balancer in the private subnets, its security group, a listener on one port
 * that forwards every path, a target group without members, a bucket of access logs unless one is given, and a private
 * hosted zone of just the domain with an alias to the load balancer. Inside the VPC the name then means this load
 * balancer alone, where 443 is closed: what runs in the VPC uses {@code http://DOMAIN:5080}. The zone needs DNS support
 * and DNS host names on in the VPC. Its security group is closed: {@link FlowRules} opens it. Costs a load balancer, a
 * hosted zone, and storage.
 */
public final class NodeEntry extends LoadBalancedEntry {
    private static final String PLAIN =
            "Nodes of Red5 Pro report by plain HTTP, inside the VPC and from their group alone.";

    private final ApplicationListener listener;
    private final PrivateHostedZone zone;
    private final ARecord record;

    /**
     * Creates the entry.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public NodeEntry(Construct scope, String id, NodeEntryProps props) {
        super(scope, id, parts(props));
        listener = listen(props);
        zone = createZone(props);
        record = pointTo(loadBalancer());
    }

    /** Returns the listener. */
    public ApplicationListener listener() {
        return listener;
    }

    /** Returns the private zone of the domain. */
    public PrivateHostedZone zone() {
        return zone;
    }

    /** Returns the record of the domain inside the network. */
    public ARecord record() {
        return record;
    }

    /** Returns what must exist before servers join, see {@link HttpsEntry#ready()}. */
    public IDependable ready() {
        return new DependencyGroup(listener);
    }

    private static LoadBalancers.Parts parts(NodeEntryProps props) {
        return new LoadBalancers.Parts(
                "Load balancer of the nodes",
                false,
                props.network(),
                props.idleTimeout(),
                Optional.empty(),
                props.isProtected(),
                props.accessLogs(),
                props.port(),
                props.health(),
                props.drain());
    }

    private ApplicationListener listen(NodeEntryProps props) {
        ApplicationListener http = loadBalancer()
                .addListener(
                        "Http",
                        BaseApplicationListenerProps.builder()
                                .port(props.port())
                                .protocol(ApplicationProtocol.HTTP)
                                .open(false)
                                .defaultTargetGroups(List.of(targetGroup()))
                                .build());
        Acknowledged.on(http, new Finding("CKV_AWS_2", PLAIN), new Finding("CKV_AWS_103", PLAIN));
        return http;
    }

    private PrivateHostedZone createZone(NodeEntryProps props) {
        return PrivateHostedZone.Builder.create(this, "Zone")
                .zoneName(props.domain())
                .comment("Leads the nodes to the internal load balancer")
                .vpc(props.network().vpc())
                .build();
    }

    private ARecord pointTo(ApplicationLoadBalancer target) {
        return ARecord.Builder.create(this, "Record")
                .zone(zone)
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(target)))
                .build();
    }
}
