package io.streamfleet.aws;

import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.IRole;

/** A launch template that servers are started from, created or existing. */
public interface IServerTemplate {
    /** Returns the id of the launch template. */
    String templateId();

    /** Returns the number of the version to start servers from, never {@code $Latest} nor {@code $Default}. */
    String versionNumber();

    /** Returns the security group of the servers. */
    ISecurityGroup securityGroup();

    /** Returns the servers' own identity. */
    IRole role();

    /** Returns whether the servers have public addresses, and so stand in public subnets. */
    boolean publicAddress();
}
