package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheck;
import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheckHttpHealthCheck;
import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheckLogConfig;
import io.streamfleet.core.spec.Health;
import java.util.List;
import software.constructs.Construct;

/** Checks by which Google's load balancers and groups tell a healthy server. */
final class HealthChecks {
    /**
     * Where probes come from, and at an external Application Load Balancer the requests as well:
     * https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges.
     */
    static final List<String> SOURCES = List.of("35.191.0.0/16", "130.211.0.0/22");

    private HealthChecks() {}

    /** Creates a check by HTTP, which logs when a server's health changes. */
    static ComputeHealthCheck http(Construct scope, String name, int port, Health health) {
        return ComputeHealthCheck.Builder.create(scope, "HealthCheck")
                .name(name)
                .httpHealthCheck(ComputeHealthCheckHttpHealthCheck.builder()
                        .port(port)
                        .requestPath(health.path())
                        .build())
                .checkIntervalSec(health.interval().toSeconds())
                .timeoutSec(health.timeout().toSeconds())
                .healthyThreshold(health.healthy())
                .unhealthyThreshold(health.unhealthy())
                .logConfig(ComputeHealthCheckLogConfig.builder().enable(true).build())
                .build();
    }
}
