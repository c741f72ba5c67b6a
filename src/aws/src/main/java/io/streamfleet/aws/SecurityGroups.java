package io.streamfleet.aws;

import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/**
 * Creates security groups that let nothing in or out, to be opened by {@link FlowRules}.
 *
 * <p>EC2 gives every new group a rule that lets everything out, and CloudFormation takes it away only where the template
 * lists an egress rule of the group's own: an absent or empty list keeps it. So each group carries the CDK's rule that
 * matches no traffic (ICMP to 255.255.255.255/32).
 */
final class SecurityGroups {
    private SecurityGroups() {}

    /** Creates a group that CloudFormation names. */
    static SecurityGroup closed(Construct scope, String id, INetwork network, String description) {
        return builder(scope, id, network, description).build();
    }

    /** Creates a group with a name of its own, for those that a product looks up by name. */
    static SecurityGroup closedAndNamed(Construct scope, String id, INetwork network, String description, String name) {
        return builder(scope, id, network, description).securityGroupName(name).build();
    }

    private static SecurityGroup.Builder builder(Construct scope, String id, INetwork network, String description) {
        return SecurityGroup.Builder.create(scope, id)
                .vpc(network.vpc())
                .allowAllOutbound(false)
                .description(description);
    }
}
