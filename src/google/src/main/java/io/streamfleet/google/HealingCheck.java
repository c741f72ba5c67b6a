package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheck;
import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheckHttpHealthCheck;
import io.streamfleet.terraform.TerraformText;
import software.constructs.Construct;

/**
 * Tells groups which servers they must replace.
 *
 * <p>Creates a health check that any number of groups can share. Apart from the load balancer's, and slower: a server that
 * the load balancer leaves out for a while still carries the sessions that it has, and replacing it ends them. Its
 * questions come from 35.191.0.0/16 and 130.211.0.0/22; a firewall rule must let them in. Costs nothing.
 */
public final class HealingCheck extends Construct {
    private final int port;
    private final String checkId;

    /**
     * Creates the check.
     *
     * @param scope what the check belongs to
     * @param id name within the scope
     * @param props what is asked, and how often
     */
    public HealingCheck(Construct scope, String id, HealingCheckProps props) {
        super(scope, id);
        port = props.port();
        checkId = ComputeHealthCheck.Builder.create(this, "Check")
                .name(props.name())
                .checkIntervalSec(props.interval().toSeconds())
                .timeoutSec(props.timeout().toSeconds())
                .healthyThreshold(props.healthy())
                .unhealthyThreshold(props.unhealthy())
                .httpHealthCheck(ComputeHealthCheckHttpHealthCheck.builder()
                        .port(port)
                        .requestPath(TerraformText.literal(props.path()))
                        .build())
                .build()
                .getId();
    }

    /** Returns the check's path, such as a group takes it. */
    public String checkId() {
        return checkId;
    }

    /** Returns the port that is asked. */
    public int port() {
        return port;
    }
}
