package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.LoadBalancerHealth;
import java.util.stream.Stream;

/** Keeps to what an Application Load Balancer takes of a health check. */
final class HealthCheckOfLoadBalancer implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return LoadBalancerHealth.violations(cluster.tier().health())
                .map(violation -> violation.under(Red5View.path("health")));
    }
}
