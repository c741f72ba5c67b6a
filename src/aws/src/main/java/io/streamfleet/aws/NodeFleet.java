package io.streamfleet.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.ssm.CfnParameter;
import software.constructs.Construct;

/**
 * Prepares what Stream Managers need to launch streaming nodes by themselves: the nodes are theirs, not the stack's.
 *
 * <p>Creates the nodes' security group, closed, under the name by which Stream Managers look it up; a role and instance
 * profile with which Session Manager reaches nodes; the managed policy of the launching servers; and the scale policy,
 * the launch configuration and the node group as parameters of Systems Manager. Opens no port. A parameter of more than 4 KB costs a little
 * by the month; nodes cost what EC2 charges, and are counted by the scale policy.
 *
 * <p>The policy is attached to the launching servers' role. A Stream Manager of version 1 that reads access keys from its
 * secret needs it attached to the keys' user instead, by {@link #controllerPolicyArn()}. Let the servers' group start
 * after this construct: {@code group.startAfter(List.of(fleet))}.
 *
 * <p>Deleting the stack deletes no node: scale the node group to nothing first, or the security group stays in use and
 * cannot go.
 */
public final class NodeFleet extends Construct {
    /** The most that a parameter of the standard tier holds: https://docs.aws.amazon.com/general/latest/gr/ssm.html. */
    private static final int STANDARD_BYTES = 4096;

    private final NodeFleetProps props;
    private final SecurityGroup securityGroup;
    private final CfnRole nodeRole;
    private final CfnInstanceProfile nodeProfile;
    private final CfnManagedPolicy controllerPolicy;
    private final CfnParameter scalePolicy;
    private final CfnParameter launchConfiguration;
    private final CfnParameter nodeGroup;

    /**
     * Prepares the fleet.
     *
     * @param scope what the fleet belongs to
     * @param id name within the scope
     * @param props what the nodes are
     */
    public NodeFleet(Construct scope, String id, NodeFleetProps props) {
        super(scope, id);
        this.props = props;
        securityGroup = SecurityGroups.closedAndNamed(
                this, "SecurityGroup", props.network(), "Streaming nodes " + props.prefix(), props.securityGroupName());
        nodeRole = createNodeRole();
        nodeProfile = CfnInstanceProfile.Builder.create(this, "NodeProfile")
                .roles(List.of(nodeRole.getRef()))
                .build();
        controllerPolicy = allowController();
        scalePolicy = createParameter(
                "ScalePolicy", "How many nodes of which role", props.documents().scalePolicy());
        launchConfiguration = createParameter(
                "LaunchConfiguration",
                "From which image and of which type nodes are",
                props.documents().launchConfiguration());
        nodeGroup = createParameter(
                "NodeGroup",
                "Where nodes are, and by which documents",
                props.documents().nodeGroup());
    }

    private CfnRole createNodeRole() {
        CfnRole role = CfnRole.Builder.create(this, "NodeRole")
                .description("Streaming nodes " + props.prefix())
                .assumeRolePolicyDocument(Policies.document(List.of(Policies.allow(
                        "Principal", Json.object("Service", "ec2.amazonaws.com"), "Action", "sts:AssumeRole"))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("session-manager")
                        .policyDocument(Policies.document(List.of(SessionManager.statement())))
                        .build()))
                .build();
        Acknowledged.on(role, SessionManager.WITHOUT_RESOURCES, SessionManager.UNBOUNDED);
        return role;
    }

    private CfnManagedPolicy allowController() {
        NodePermissions permissions =
                new NodePermissions(this, props, securityGroup.getSecurityGroupId(), nodeRole.getAttrArn());
        CfnManagedPolicy policy = CfnManagedPolicy.Builder.create(this, "ControllerPolicy")
                .description("Launches and ends streaming nodes " + props.prefix())
                .policyDocument(Policies.document(permissions.statements()))
                .roles(List.of(props.controllerRole().getRoleName()))
                .build();
        Acknowledged.on(policy, NodePermissions.WILDCARDS);
        return policy;
    }

    private CfnParameter createParameter(String id, String description, String text) {
        boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= STANDARD_BYTES;
        return CfnParameter.Builder.create(this, id)
                .type("String")
                .tier(fits ? "Standard" : "Advanced")
                .description(description)
                .value(text)
                .build();
    }

    /** Returns the nodes' security group, for the flows to and from them. */
    public SecurityGroup securityGroup() {
        return securityGroup;
    }

    /** Returns the nodes' role, which may do nothing but answer Session Manager. */
    public CfnRole nodeRole() {
        return nodeRole;
    }

    /** Returns the instance profile that carries the nodes' role. */
    public CfnInstanceProfile nodeProfile() {
        return nodeProfile;
    }

    /** Returns the policy by which servers launch and end nodes. */
    public CfnManagedPolicy controllerPolicy() {
        return controllerPolicy;
    }

    /** Returns the ARN of that policy, to be attached to the user of access keys where a Stream Manager has some. */
    public String controllerPolicyArn() {
        return controllerPolicy.getRef();
    }

    /** Returns the name of the parameter that holds the scale policy. */
    public String scalePolicyParameter() {
        return scalePolicy.getRef();
    }

    /** Returns the name of the parameter that holds the launch configuration. */
    public String launchConfigurationParameter() {
        return launchConfiguration.getRef();
    }

    /** Returns the name of the parameter that holds the node group. */
    public String nodeGroupParameter() {
        return nodeGroup.getRef();
    }
}
