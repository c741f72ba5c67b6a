package io.streamfleet.aws;

import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.constructs.Construct;

/** What every way in to the servers has: a closed security group, a load balancer, its logs, and a group of servers. */
abstract class LoadBalancedEntry extends Construct {
    private final ISecurityGroup securityGroup;
    private final ApplicationLoadBalancer loadBalancer;
    private final Optional<AccessLogBucket> accessLogs;
    private final ApplicationTargetGroup targetGroup;

    /**
     * Creates it.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param parts what it is made of
     */
    LoadBalancedEntry(Construct scope, String id, LoadBalancers.Parts parts) {
        super(scope, id);
        securityGroup = SecurityGroups.closed(this, "SecurityGroup", parts.network(), parts.description());
        loadBalancer = LoadBalancers.create(this, securityGroup, parts);
        accessLogs = LoadBalancers.log(this, loadBalancer, parts.accessLogs());
        targetGroup = LoadBalancers.servers(this, parts.network(), parts.port(), parts.health(), parts.drain());
    }

    /** Returns the load balancer. */
    public ApplicationLoadBalancer loadBalancer() {
        return loadBalancer;
    }

    /** Returns the load balancer's security group. */
    public ISecurityGroup securityGroup() {
        return securityGroup;
    }

    /** Returns the group of servers, which an Auto Scaling group fills. */
    public ApplicationTargetGroup targetGroup() {
        return targetGroup;
    }

    /** Returns the bucket of access logs, unless one is given by name or there are none. */
    public Optional<AccessLogBucket> accessLogs() {
        return accessLogs;
    }
}
