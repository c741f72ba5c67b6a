package io.streamfleet.aws;

import io.streamfleet.core.construct.StackOutput;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.ClusterSpec;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CliCredentialsStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * A stack of one Red5 Pro cluster, named after its description, in the description's account and region.
 *
 * <p>Creates a {@link Red5Cluster} and outputs whose names stay: {@code EntryUrl}, {@code EntryAddress},
 * {@code DnsRecordToCreate} where the description names no zone, {@code GroupName}, {@code DatabaseEndpoint},
 * {@code ScalePolicyParameter}, {@code LaunchConfigurationParameter}, {@code NodeGroupParameter}, {@code ControllerPolicyArn}. Its template is its only
 * asset, and it reports nothing to AWS about the CDK. With {@code protect}, CloudFormation refuses to delete it.
 */
public final class Red5Stack extends Stack {
    private final Red5Cluster cluster;

    /**
     * Creates the stack.
     *
     * @param scope the application
     * @param id name within the application
     * @param props its cluster
     */
    public Red5Stack(Construct scope, String id, Red5StackProps props) {
        super(scope, id, stackProps(props));
        cluster = new Red5Cluster(this, "Cluster", props.cluster());
        output(StackOutput.entryUrl(spec()));
        String address = cluster.entry().address();
        output(StackOutput.entryAddress("DNS name of the public load balancer", address));
        if (cluster.dnsName().isEmpty()) {
            output(StackOutput.dnsRecordToCreate(spec(), "load balancer", "CNAME " + address + "."));
        }
        output(
                "GroupName",
                "Auto Scaling group of the Stream Managers",
                cluster.managers().groupName());
        output(StackOutput.databaseEndpoint(cluster.database()));
        output(
                "ScalePolicyParameter",
                "SSM parameter of the scale policy",
                cluster.nodes().scalePolicyParameter());
        output(
                "LaunchConfigurationParameter",
                "SSM parameter of the launch configuration",
                cluster.nodes().launchConfigurationParameter());
        output(
                "NodeGroupParameter",
                "SSM parameter of the node group",
                cluster.nodes().nodeGroupParameter());
        output(
                "ControllerPolicyArn",
                "Policy that launches nodes: attach it to the user of access keys, where the Stream Managers have some",
                cluster.nodes().controllerPolicyArn());
    }

    /** Returns the stack of a plan, in an application, by the plan's name. */
    public static Red5Stack of(Construct scope, ClusterPlan plan) {
        return new Red5Stack(
                scope,
                plan.name(),
                Red5StackProps.builder().cluster(Red5ClusterProps.of(plan)).build());
    }

    /** Returns the cluster. */
    public Red5Cluster cluster() {
        return cluster;
    }

    private ClusterSpec spec() {
        return cluster.plan().spec();
    }

    private void output(StackOutput output) {
        output(output.pascalName(), output.description(), output.value());
    }

    private void output(String name, String description, String value) {
        CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
    }

    private static StackProps stackProps(Red5StackProps props) {
        ClusterSpec spec = props.cluster().plan().spec();
        Aws aws = (Aws) spec.cloud();
        Environment.Builder environment = Environment.builder().region(aws.region());
        aws.account().ifPresent(environment::account);
        return StackProps.builder()
                .stackName(spec.name())
                .description("Red5 Pro cluster " + spec.name() + " for " + spec.domain())
                .env(environment.build())
                .synthesizer(props.synthesizer().orElseGet(CliCredentialsStackSynthesizer::new))
                .terminationProtection(spec.protect())
                .analyticsReporting(false)
                .build();
    }
}
