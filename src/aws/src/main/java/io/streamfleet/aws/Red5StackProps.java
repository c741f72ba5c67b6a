package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import java.util.Optional;
import software.amazon.awscdk.IStackSynthesizer;

/**
 * What a {@link Red5Stack} is made of.
 *
 * @param cluster the cluster: required
 * @param synthesizer how the template reaches CloudFormation. Default: with the credentials of whoever deploys, by the
 *     bucket of {@code cdk bootstrap} and without its roles, as {@code CliCredentialsStackSynthesizer} does; for its
 *     roles, give a {@code DefaultStackSynthesizer}
 */
@Props
public record Red5StackProps(Red5ClusterProps cluster, Optional<IStackSynthesizer> synthesizer) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when the cluster is missing
     */
    public Red5StackProps {
        synthesizer = synthesizer == null ? Optional.empty() : synthesizer;
        new Check(Red5StackProps.class, cluster, synthesizer).orThrow();
    }

    /** Returns a builder. */
    public static Red5StackPropsBuilder builder() {
        return Red5StackPropsBuilder.builder();
    }
}
