package io.streamfleet.aws;

import io.streamfleet.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.CfnNatGateway;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnVPCGatewayAttachment;
import software.constructs.Construct;
import software.constructs.IDependable;

/** The NAT gateways of a network, with their addresses and the routes to them. */
final class NatGateways {
    private final Construct scope;
    private final String name;
    private final CfnVPCGatewayAttachment internet;
    private final CfnRoute publicRoute;
    private final List<CfnNatGateway> gateways = new ArrayList<>();

    NatGateways(Construct scope, String name, CfnVPCGatewayAttachment internet, CfnRoute publicRoute) {
        this.scope = scope;
        this.name = name;
        this.internet = internet;
        this.publicRoute = publicRoute;
    }

    /** Adds the gateway of a zone, once its subnet reaches the internet. */
    void add(int zone, String publicSubnetId, IDependable publicSubnetRoutes) {
        List<CfnTag> tags = Network.named(name + "-" + zone);
        CfnEIP address = CfnEIP.Builder.create(scope, "NatAddress" + zone)
                .domain("vpc")
                .tags(tags)
                .build();
        address.getNode().addDependency(internet);
        CfnNatGateway gateway = CfnNatGateway.Builder.create(scope, "NatGateway" + zone)
                .subnetId(publicSubnetId)
                .allocationId(address.getAttrAllocationId())
                .tags(tags)
                .build();
        gateway.getNode().addDependency(publicRoute, publicSubnetRoutes);
        gateways.add(gateway);
    }

    /** Returns the default route of a zone's private subnet through a zone's gateway. */
    CfnRoute route(int zone, int gatewayZone, String routeTableId) {
        return CfnRoute.Builder.create(scope, "PrivateDefaultRoute" + zone)
                .routeTableId(routeTableId)
                .destinationCidrBlock(Cidr.ANYWHERE.toString())
                .natGatewayId(gateways.get(gatewayZone - 1).getRef())
                .build();
    }

    /** Returns the gateways, in the order of their zones. */
    List<CfnNatGateway> all() {
        return List.copyOf(gateways);
    }
}
