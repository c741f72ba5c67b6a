package io.streamfleet.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SelectedSubnets;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;
import software.constructs.DependencyGroup;
import software.constructs.IDependable;

/** A network that exists. */
record ExistingNetwork(
        IVpc vpc,
        String vpcId,
        Optional<String> vpcName,
        List<String> zones,
        List<String> publicSubnetIds,
        List<String> privateSubnetIds,
        SubnetSelection publicSubnets,
        SubnetSelection privateSubnets,
        IDependable internetAccess,
        IDependable outboundAccess)
        implements INetwork {

    static ExistingNetwork fromAttributes(Construct scope, String id, NetworkAttributes attributes) {
        IVpc vpc = Vpc.fromVpcAttributes(
                scope,
                id,
                VpcAttributes.builder()
                        .vpcId(attributes.vpcId())
                        .availabilityZones(attributes.zones())
                        .publicSubnetIds(attributes.publicSubnetIds())
                        .privateSubnetIds(attributes.privateSubnetIds())
                        .build());
        Annotations.of(vpc)
                .acknowledgeWarning(
                        "@aws-cdk/aws-ec2:noSubnetRouteTableId", "no construct adds routes to an existing network");
        return new ExistingNetwork(
                vpc,
                attributes.vpcId(),
                attributes.vpcName(),
                attributes.zones(),
                attributes.publicSubnetIds(),
                attributes.privateSubnetIds(),
                SubnetSelection.builder().subnets(vpc.getPublicSubnets()).build(),
                SubnetSelection.builder().subnets(vpc.getPrivateSubnets()).build(),
                new DependencyGroup(),
                new DependencyGroup());
    }

    static ExistingNetwork fromVpc(IVpc vpc, String vpcName) {
        SelectedSubnets publicSubnets = oneAZone(vpc, SubnetType.PUBLIC);
        SelectedSubnets privateSubnets = oneAZone(vpc, SubnetType.PRIVATE_WITH_EGRESS);
        NetworkAttributes attributes = NetworkAttributes.builder()
                .vpcId(vpc.getVpcId())
                .vpcName(vpcName)
                .zones(publicSubnets.getAvailabilityZones())
                .publicSubnetIds(publicSubnets.getSubnetIds())
                .privateSubnetIds(privateSubnets.getSubnetIds())
                .build();
        return new ExistingNetwork(
                vpc,
                attributes.vpcId(),
                attributes.vpcName(),
                attributes.zones(),
                attributes.publicSubnetIds(),
                attributes.privateSubnetIds(),
                SubnetSelection.builder().subnets(publicSubnets.getSubnets()).build(),
                SubnetSelection.builder().subnets(privateSubnets.getSubnets()).build(),
                publicSubnets.getInternetConnectivityEstablished(),
                privateSubnets.getInternetConnectivityEstablished());
    }

    private static SelectedSubnets oneAZone(IVpc vpc, SubnetType type) {
        return vpc.selectSubnets(
                SubnetSelection.builder().subnetType(type).onePerAz(true).build());
    }
}
