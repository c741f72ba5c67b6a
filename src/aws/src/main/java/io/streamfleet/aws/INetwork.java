package io.streamfleet.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.constructs.IDependable;

/** A VPC with a public and a private subnet in each of its zones, created or existing. */
public interface INetwork {
    /** Returns the VPC. */
    IVpc vpc();

    /** Returns the id of the VPC. */
    String vpcId();

    /** Returns the VPC's Name tag, where it is known: a Stream Manager finds the VPC by it. */
    Optional<String> vpcName();

    /** Returns the availability zones: the nth public and the nth private subnet stand in the nth. */
    List<String> zones();

    /** Returns the ids of the subnets that the internet reaches, one a zone. */
    List<String> publicSubnetIds();

    /** Returns the ids of the subnets that the internet does not reach, one a zone. */
    List<String> privateSubnetIds();

    /** Returns the public subnets, for constructs of the CDK. */
    SubnetSelection publicSubnets();

    /** Returns the private subnets, for constructs of the CDK. */
    SubnetSelection privateSubnets();

    /** Returns what must exist before the public subnets reach the internet; nothing in an existing VPC. */
    IDependable internetAccess();

    /** Returns what must exist before the private subnets reach out; nothing in an existing VPC. */
    IDependable outboundAccess();
}
