package io.streamfleet.aws;

import io.streamfleet.aws.Acknowledged.Finding;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.value.Cidr;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnInternetGateway;
import software.amazon.awscdk.services.ec2.CfnNatGateway;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCGatewayAttachment;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;
import software.constructs.DependencyGroup;
import software.constructs.IDependable;

/**
 * Lays out a VPC in which the loss of a zone leaves the others connected.
 *
 * <p>Creates the VPC, a public and a private subnet in each zone, an internet gateway, NAT gateways and their addresses,
 * routes, and flow logs in a log group that outlives the stack for as long as logs are kept. Opens no port. Each NAT
 * gateway costs by the hour and by the byte, flow logs by the byte.
 *
 * <p>The range is cut in eight: public subnets have the first parts, private ones the fifth and following, in the order of
 * the zones. So a zone that is added at the end moves no other subnet. Public subnets give each server a public address:
 * streaming nodes are launched there by the Stream Managers, which ask for none themselves.
 *
 * <p>The CDK's own {@code Vpc} asks its stack for the zones, which in a stack of known account and region is a look-up at
 * synthesis; this one never does. The default security group is left as it is, used by nothing: emptying it takes a
 * Lambda function with an asset.
 */
public final class Network extends Construct implements INetwork {
    private final NetworkProps props;
    private final CfnVPC cfnVpc;
    private final String vpcId;
    private final List<String> zones;
    private final Subnets subnets;
    private final NatGateways natGateways;
    private final DependencyGroup internetAccess;
    private final DependencyGroup outboundAccess = new DependencyGroup();
    private final Optional<NetworkLogs> flowLogs;
    private final IVpc vpc;
    private final SubnetSelection publicSelection;
    private final SubnetSelection privateSelection;

    /**
     * Creates the VPC.
     *
     * @param scope what the VPC belongs to
     * @param id name within the scope
     * @param props its layout
     */
    public Network(Construct scope, String id, NetworkProps props) {
        super(scope, id);
        this.props = props;
        zones = zones(props.zones());
        cfnVpc = createVpc();
        vpcId = cfnVpc.getRef();
        CfnVPCGatewayAttachment gateway = attachInternetGateway();
        subnets = new Subnets(this, props, vpcId, zones);
        CfnRoute publicRoute = routeToInternet(subnets.publicRouteTableId(), gateway);
        subnets.create();
        internetAccess = new DependencyGroup(publicRoute);
        subnets.publicRoutes().forEach(internetAccess::add);
        subnets.privateRoutes().forEach(outboundAccess::add);
        natGateways = new NatGateways(this, props.name(), gateway, publicRoute);
        switch (props.nat()) {
            case PER_ZONE -> connectPrivateSubnets(zones.size());
            case ONE -> connectPrivateSubnets(1);
            case NONE -> {}
        }
        flowLogs = props.flowLogs() instanceof FlowLogs.Kept kept
                ? Optional.of(new NetworkLogs(this, "FlowLogs", cfnVpc, kept))
                : Optional.empty();
        vpc = forConstructsOfTheCdk();
        publicSelection =
                SubnetSelection.builder().subnets(vpc.getPublicSubnets()).build();
        privateSelection =
                SubnetSelection.builder().subnets(vpc.getPrivateSubnets()).build();
    }

    /** Returns the network that a description asks for: created, or the existing one. */
    public static INetwork of(Construct scope, String id, String name, AwsNetwork network) {
        if (network instanceof AwsNetwork.Create create) {
            return new Network(
                    scope,
                    id,
                    NetworkProps.builder()
                            .name(name)
                            .cidr(create.cidr())
                            .zones(create.zones())
                            .nat(create.nat())
                            .flowLogs(create.flowLogs() ? null : FlowLogs.none())
                            .build());
        }
        AwsNetwork.Existing existing = (AwsNetwork.Existing) network;
        return fromAttributes(
                scope,
                id,
                new NetworkAttributes(
                        existing.vpc(),
                        existing.vpcName(),
                        existing.zones(),
                        existing.publicSubnets(),
                        existing.privateSubnets()));
    }

    /** Returns a network that exists, by its ids: nothing is created and nothing looked up. */
    public static INetwork fromAttributes(Construct scope, String id, NetworkAttributes attributes) {
        return ExistingNetwork.fromAttributes(scope, id, attributes);
    }

    /**
     * Returns a VPC of someone's own CDK app, with one public and one private subnet in each of its zones.
     *
     * @param vpc the VPC
     * @param vpcName its Name tag, by which Stream Managers find it
     */
    public static INetwork fromVpc(IVpc vpc, String vpcName) {
        return ExistingNetwork.fromVpc(vpc, vpcName);
    }

    private static List<String> zones(AwsNetwork.Zones zones) {
        if (zones instanceof AwsNetwork.Zones.Names names) {
            return names.names();
        }
        List<String> all = Fn.getAzs();
        return IntStream.range(0, zones.size())
                .mapToObj(index -> Fn.select(index, all))
                .toList();
    }

    private CfnVPC createVpc() {
        CfnVPC created = CfnVPC.Builder.create(this, "Vpc")
                .cidrBlock(props.cidr().toString())
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .tags(named(props.name()))
                .build();
        if (!(props.flowLogs() instanceof FlowLogs.Kept)) {
            Acknowledged.on(created, new Finding("AwsSolutions-VPC7", "Asked for: flow logs are off."));
        }
        return created;
    }

    private CfnVPCGatewayAttachment attachInternetGateway() {
        CfnInternetGateway gateway = CfnInternetGateway.Builder.create(this, "InternetGateway")
                .tags(named(props.name()))
                .build();
        return CfnVPCGatewayAttachment.Builder.create(this, "InternetGatewayAttachment")
                .vpcId(vpcId)
                .internetGatewayId(gateway.getRef())
                .build();
    }

    private CfnRoute routeToInternet(String table, CfnVPCGatewayAttachment gateway) {
        CfnRoute route = CfnRoute.Builder.create(this, "PublicDefaultRoute")
                .routeTableId(table)
                .destinationCidrBlock(Cidr.ANYWHERE.toString())
                .gatewayId(gateway.getInternetGatewayId())
                .build();
        route.getNode().addDependency(gateway);
        return route;
    }

    /** Routes each private subnet through its own zone's NAT gateway, or through the last there is. */
    private void connectPrivateSubnets(int gateways) {
        for (int zone = 1; zone <= gateways; zone++) {
            natGateways.add(
                    zone,
                    subnets.publicIds().get(zone - 1),
                    subnets.publicRoutes().get(zone - 1));
        }
        for (int zone = 1; zone <= zones.size(); zone++) {
            String table = subnets.privateRouteTableIds().get(zone - 1);
            outboundAccess.add(natGateways.route(zone, Math.min(zone, gateways), table));
        }
    }

    private IVpc forConstructsOfTheCdk() {
        return Vpc.fromVpcAttributes(
                this,
                "Reference",
                VpcAttributes.builder()
                        .vpcId(vpcId)
                        .vpcCidrBlock(props.cidr().toString())
                        .availabilityZones(zones)
                        .publicSubnetIds(publicSubnetIds())
                        .publicSubnetRouteTableIds(Collections.nCopies(zones.size(), subnets.publicRouteTableId()))
                        .privateSubnetIds(privateSubnetIds())
                        .privateSubnetRouteTableIds(subnets.privateRouteTableIds())
                        .build());
    }

    static List<CfnTag> named(String name) {
        return List.of(CfnTag.builder().key("Name").value(name).build());
    }

    @Override
    public IVpc vpc() {
        return vpc;
    }

    @Override
    public String vpcId() {
        return vpcId;
    }

    @Override
    public Optional<String> vpcName() {
        return Optional.of(props.name());
    }

    @Override
    public List<String> zones() {
        return zones;
    }

    @Override
    public List<String> publicSubnetIds() {
        return subnets.publicIds();
    }

    @Override
    public List<String> privateSubnetIds() {
        return subnets.privateIds();
    }

    @Override
    public SubnetSelection publicSubnets() {
        return publicSelection;
    }

    @Override
    public SubnetSelection privateSubnets() {
        return privateSelection;
    }

    @Override
    public IDependable internetAccess() {
        return internetAccess;
    }

    @Override
    public IDependable outboundAccess() {
        return outboundAccess;
    }

    /** Returns the VPC's own resource. */
    public CfnVPC cfnVpc() {
        return cfnVpc;
    }

    /** Returns the NAT gateways, none to one a zone. */
    public List<CfnNatGateway> natGateways() {
        return natGateways.all();
    }

    /** Returns the flow logs, where the network has some. */
    public Optional<NetworkLogs> flowLogs() {
        return flowLogs;
    }
}
