package io.streamfleet.aws;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.constructs.IDependable;

/** A group that exists: its servers have started already. */
record ExistingServerGroup(String groupName, String groupArn, ISecurityGroup securityGroup) implements IServerGroup {
    @Override
    public void startAfter(List<? extends IDependable> resources) {}
}
