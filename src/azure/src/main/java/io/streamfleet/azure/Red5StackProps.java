package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import io.streamfleet.terraform.StateBackend;

/**
 * What a {@link Red5Stack} is made of.
 *
 * @param cluster the cluster: required
 * @param backend where Terraform keeps the state. Default: what the description says
 */
@Props
public record Red5StackProps(Red5ClusterProps cluster, StateBackend backend) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when the cluster is missing
     */
    public Red5StackProps {
        if (backend == null) {
            backend = cluster == null
                    ? StateBackend.local()
                    : StateBackend.of(cluster.plan().spec());
        }
        new Check(Red5StackProps.class, cluster, backend).orThrow();
    }

    /** Returns a builder. */
    public static Red5StackPropsBuilder builder() {
        return Red5StackPropsBuilder.builder();
    }
}
