package io.streamfleet.aws;

import io.streamfleet.core.spec.AwsNetwork;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnSubnetRouteTableAssociation;
import software.constructs.Construct;

/**
 * The subnets of a network: in each zone a public one, all of which share a route table, and a private one with a route
 * table of its own.
 */
final class Subnets {
    private static final int PARTS_PREFIX = 3;
    private static final int FIRST_PRIVATE_PART = 4;

    private final Construct scope;
    private final NetworkProps props;
    private final String vpcId;
    private final List<String> zones;
    private final String publicRouteTableId;
    private final List<String> publicIds = new ArrayList<>();
    private final List<CfnSubnetRouteTableAssociation> publicRoutes = new ArrayList<>();
    private final List<String> privateIds = new ArrayList<>();
    private final List<String> privateRouteTableIds = new ArrayList<>();
    private final List<CfnSubnetRouteTableAssociation> privateRoutes = new ArrayList<>();

    Subnets(Construct scope, NetworkProps props, String vpcId, List<String> zones) {
        this.scope = scope;
        this.props = props;
        this.vpcId = vpcId;
        this.zones = zones;
        publicRouteTableId = createRouteTable("PublicRouteTable", props.name() + "-public");
    }

    /** Creates both subnets of each zone. */
    void create() {
        for (int zone = 1; zone <= zones.size(); zone++) {
            createPublic(zone);
            createPrivate(zone);
        }
    }

    /** Returns the route table of all public subnets. */
    String publicRouteTableId() {
        return publicRouteTableId;
    }

    /** Returns the public subnets, in the order of their zones. */
    List<String> publicIds() {
        return List.copyOf(publicIds);
    }

    /** Returns what gives each public subnet its routes. */
    List<CfnSubnetRouteTableAssociation> publicRoutes() {
        return List.copyOf(publicRoutes);
    }

    /** Returns the private subnets, in the order of their zones. */
    List<String> privateIds() {
        return List.copyOf(privateIds);
    }

    /** Returns the route table of each private subnet. */
    List<String> privateRouteTableIds() {
        return List.copyOf(privateRouteTableIds);
    }

    /** Returns what gives each private subnet its routes. */
    List<CfnSubnetRouteTableAssociation> privateRoutes() {
        return List.copyOf(privateRoutes);
    }

    private void createPublic(int zone) {
        String subnet = createSubnet("PublicSubnet" + zone, zone, zone - 1, "public", true);
        publicIds.add(subnet);
        publicRoutes.add(associate("PublicSubnet" + zone + "Routes", subnet, publicRouteTableId));
    }

    private void createPrivate(int zone) {
        String subnet = createSubnet("PrivateSubnet" + zone, zone, FIRST_PRIVATE_PART + zone - 1, "private", false);
        String table = createRouteTable("PrivateRouteTable" + zone, props.name() + "-private-" + zone);
        privateIds.add(subnet);
        privateRouteTableIds.add(table);
        privateRoutes.add(associate("PrivateSubnet" + zone + "Routes", subnet, table));
    }

    private String createSubnet(String id, int zone, int part, String kind, boolean publicAddresses) {
        CfnSubnet subnet = CfnSubnet.Builder.create(scope, id)
                .vpcId(vpcId)
                .availabilityZone(zones.get(zone - 1))
                .cidrBlock(props.cidr()
                        .part(props.cidr().prefix() + PARTS_PREFIX, part)
                        .toString())
                .mapPublicIpOnLaunch(publicAddresses)
                .tags(Network.named(props.name() + "-" + kind + "-" + zone))
                .build();
        if (props.zones() instanceof AwsNetwork.Zones.Names) {
            Acknowledged.checks(subnet, "W3010");
            Acknowledged.validation(subnet, "W3010", "The zones were named on purpose.");
        }
        return subnet.getRef();
    }

    private String createRouteTable(String id, String name) {
        return CfnRouteTable.Builder.create(scope, id)
                .vpcId(vpcId)
                .tags(Network.named(name))
                .build()
                .getRef();
    }

    private CfnSubnetRouteTableAssociation associate(String id, String subnet, String table) {
        return CfnSubnetRouteTableAssociation.Builder.create(scope, id)
                .subnetId(subnet)
                .routeTableId(table)
                .build();
    }
}
