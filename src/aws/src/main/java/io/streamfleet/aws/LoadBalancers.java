package io.streamfleet.aws;

import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.LoadBalancerHealth;
import io.streamfleet.core.spec.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/** What the public and the nodes' load balancer have in common. */
final class LoadBalancers {
    private LoadBalancers() {}

    /**
     * What an entry is made of.
     *
     * @param description of the security group
     * @param isPublic whether it stands in the public subnets and faces the internet
     * @param network where it stands
     * @param idle time after which a connection without traffic is closed
     * @param clientKeepAlive longest time of a client's connection; the load balancer's own where empty
     * @param isProtected whether it can not be deleted
     * @param accessLogs where its logs go
     * @param port of the servers
     * @param health how the servers are checked
     * @param drain how long a leaving server keeps its connections
     */
    record Parts(
            String description,
            boolean isPublic,
            INetwork network,
            Duration idle,
            Optional<Duration> clientKeepAlive,
            boolean isProtected,
            AccessLogs accessLogs,
            int port,
            Health health,
            Duration drain) {}

    /** Creates a load balancer that distrusts what it gets. */
    static ApplicationLoadBalancer create(Construct scope, ISecurityGroup group, Parts parts) {
        INetwork network = parts.network();
        ApplicationLoadBalancer.Builder builder = ApplicationLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(network.vpc())
                .internetFacing(parts.isPublic())
                .vpcSubnets(parts.isPublic() ? network.publicSubnets() : network.privateSubnets())
                .securityGroup(group)
                .idleTimeout(seconds(parts.idle()))
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode(DesyncMitigationMode.DEFENSIVE)
                .deletionProtection(parts.isProtected());
        parts.clientKeepAlive().map(LoadBalancers::seconds).ifPresent(builder::clientKeepAlive);
        return builder.build();
    }

    /** Creates the group of servers behind a load balancer, by HTTP/1.1, since WebSockets need it; nobody is in it. */
    static ApplicationTargetGroup servers(Construct scope, INetwork network, int port, Health health, Duration drain) {
        return ApplicationTargetGroup.Builder.create(scope, "Servers")
                .vpc(network.vpc())
                .targetType(TargetType.INSTANCE)
                .protocol(ApplicationProtocol.HTTP)
                .protocolVersion(ApplicationProtocolVersion.HTTP1)
                .port(port)
                .deregistrationDelay(seconds(drain))
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.HTTP)
                        .path(health.path())
                        .healthyHttpCodes("200")
                        .interval(seconds(health.interval()))
                        .timeout(seconds(health.timeout()))
                        .healthyThresholdCount(health.healthy())
                        .unhealthyThresholdCount(health.unhealthy())
                        .build())
                .build();
    }

    /** Sends access logs where they are to go; returns the bucket where one is made here or shared. */
    static Optional<AccessLogBucket> log(Construct scope, ApplicationLoadBalancer loadBalancer, AccessLogs logs) {
        if (logs instanceof AccessLogs.Create create) {
            return Optional.of(logTo(loadBalancer, new AccessLogBucket(scope, "AccessLogs", create.days())));
        }
        if (logs instanceof AccessLogs.Shared shared) {
            return Optional.of(logTo(loadBalancer, shared.bucket()));
        }
        if (logs instanceof AccessLogs.Existing existing) {
            logTo(loadBalancer, existing.bucket());
        }
        return Optional.empty();
    }

    /** Returns what Elastic Load Balancing does not take of a health check; nothing of none. */
    static Stream<Violation> violations(Health health) {
        if (health == null) {
            return Stream.empty();
        }
        return LoadBalancerHealth.violations(health).map(violation -> violation.under("health"));
    }

    static software.amazon.awscdk.Duration seconds(Duration duration) {
        return software.amazon.awscdk.Duration.seconds(duration.toSeconds());
    }

    private static AccessLogBucket logTo(ApplicationLoadBalancer loadBalancer, AccessLogBucket bucket) {
        logTo(loadBalancer, bucket.bucket().getBucketName());
        loadBalancer.getNode().getDefaultChild().getNode().addDependency(bucket.ready());
        return bucket;
    }

    private static void logTo(ApplicationLoadBalancer loadBalancer, String bucketName) {
        loadBalancer.setAttribute("access_logs.s3.enabled", "true");
        loadBalancer.setAttribute("access_logs.s3.bucket", bucketName);
    }
}
