package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.Kept;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Lays out a network in which servers stand apart from the gateway and the database and reach out from an address that
 * stays.
 *
 * <p>Creates the network under the name by which Stream Managers find it; the subnets {@code SMGateway}, lent to gateways,
 * {@code default} for nodes, since the controller insists on that name, {@code managers} for servers, and {@code database}, lent to MySQL,
 * where asked for; and a NAT gateway with one address for {@code managers}. No subnet has Azure's own way out, which has no
 * address that stays. Opens no port. A NAT gateway costs by the hour and by the byte, its address by the hour.
 *
 * <p>Nodes are apart from servers since a NAT gateway takes what all of its subnet opens, also what machines with public
 * addresses of their own do: a node's media would leave by an address at which no client reaches the node.
 *
 * @see <a href="https://learn.microsoft.com/azure/nat-gateway/nat-overview">NAT gateway and public addresses</a>
 */
public final class Network extends Construct implements INetwork {
    /** The vendor's word; any would do. */
    static final String GATEWAY_SUBNET = "SMGateway";

    private static final String NODE_SUBNET = "default";
    private static final String SERVER_SUBNET = "managers";
    private static final String DATABASE_SUBNET = "database";
    private static final String DATABASE_SUBNET_ID = "DatabaseSubnet";

    private final NetworkProps props;
    private final VirtualNetwork network;
    private final String networkId;
    private final String networkName;
    private final String gatewaySubnetId;
    private final String serverSubnetId;
    private final Optional<String> databaseSubnetId;
    private final NatGateway nat;

    /**
     * Creates the network.
     *
     * @param scope what the network belongs to
     * @param id name within the scope
     * @param props its layout
     */
    public Network(Construct scope, String id, NetworkProps props) {
        super(scope, id);
        this.props = props;
        network = createNetwork();
        networkId = network.getId();
        networkName = network.getName();
        gatewaySubnetId = Subnets.lentToGateways(subnet("GatewaySubnet", GATEWAY_SUBNET, props.gatewaySubnet()))
                .build()
                .getId();
        createSubnet("NodeSubnet", NODE_SUBNET, props.nodeRange());
        serverSubnetId = createSubnet("ServerSubnet", SERVER_SUBNET, props.serverRange());
        databaseSubnetId = props.databaseSubnet().map(this::createDatabaseSubnet);
        nat = new NatGateway(
                this,
                "Nat",
                new NatGateway.Settings(
                        AzureNames.RESOURCE.name(props.prefix(), "nat"),
                        props.place(),
                        serverSubnetId,
                        props.zones(),
                        props.isProtected()));
    }

    /** Returns a network that exists: nothing is looked up, and created only the gateway's subnet, where there is none. */
    public static INetwork fromAttributes(Construct scope, String id, AzureNetwork.Existing attributes) {
        return new ExistingNetwork(scope, id, attributes);
    }

    private VirtualNetwork createNetwork() {
        return VirtualNetwork.Builder.create(this, "Network")
                .name(AzureNames.RESOURCE.name(props.prefix(), props.place().location(), "vnet"))
                .resourceGroupName(props.place().resourceGroup())
                .location(props.place().location())
                .addressSpace(List.of(props.cidr().toString()))
                .tags(props.place().resourceTags())
                .build();
    }

    private String createSubnet(String id, String name, Cidr range) {
        return subnet(id, name, range).build().getId();
    }

    private String createDatabaseSubnet(Cidr range) {
        return Subnets.lentToMysql(subnet(DATABASE_SUBNET_ID, DATABASE_SUBNET, range))
                .build()
                .getId();
    }

    private Subnet.Builder subnet(String id, String name, Cidr range) {
        return Subnet.Builder.create(this, id)
                .name(name)
                .resourceGroupName(props.place().resourceGroup())
                .virtualNetworkName(networkName)
                .addressPrefixes(List.of(range.toString()))
                .defaultOutboundAccessEnabled(false);
    }

    /** Keeps the subnet of a former database, which stands in it. */
    void keepDatabaseSubnet() {
        if (databaseSubnetId.isEmpty()) {
            Kept.keep(this, DATABASE_SUBNET_ID, "azurerm_subnet");
        }
    }

    @Override
    public String networkId() {
        return networkId;
    }

    @Override
    public String gatewaySubnetId() {
        return gatewaySubnetId;
    }

    @Override
    public List<String> gatewayAddresses() {
        return List.of(props.gatewaySubnet().toString());
    }

    @Override
    public boolean ownsGatewaySubnet() {
        return true;
    }

    @Override
    public String serverSubnetId() {
        return serverSubnetId;
    }

    @Override
    public List<String> serverAddresses() {
        return List.of(props.serverRange().toString());
    }

    @Override
    public List<String> nodeAddresses() {
        return List.of(props.nodeRange().toString());
    }

    @Override
    public Optional<String> databaseSubnetId() {
        return databaseSubnetId;
    }

    @Override
    public List<String> databaseAddresses() {
        return props.databaseSubnet().map(range -> List.of(range.toString())).orElseGet(List::of);
    }

    @Override
    public boolean ownsDatabaseSubnet() {
        return databaseSubnetId.isPresent();
    }

    @Override
    public Optional<String> databaseZoneId() {
        return Optional.empty();
    }

    @Override
    public List<String> natAddresses() {
        return List.of(nat.address());
    }

    @Override
    public List<ITerraformDependable> outboundAccess() {
        return nat.ready();
    }

    /** Returns the network's own resource. */
    public VirtualNetwork network() {
        return network;
    }
}
