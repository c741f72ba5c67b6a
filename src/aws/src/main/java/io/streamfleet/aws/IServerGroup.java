package io.streamfleet.aws;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.constructs.IDependable;

/** A group of like servers that grows under load, created or existing. */
public interface IServerGroup {
    /** Returns the name of the Auto Scaling group. */
    String groupName();

    /** Returns the ARN of the Auto Scaling group, with a wildcard for the part that EC2 chooses: for policies. */
    String groupArn();

    /** Returns the security group of the servers. */
    ISecurityGroup securityGroup();

    /**
     * Makes the group wait for what its servers need when they boot and no property refers to: policies, routes, a
     * database, a listener. Does nothing for an existing group.
     *
     * @param resources constructs or groups of them, none of which may depend on this group
     */
    void startAfter(List<? extends IDependable> resources);
}
