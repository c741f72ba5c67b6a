package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.terraform.TerraformText;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** A network that is there already: creates the gateway's subnet where asked to, and nothing else. */
final class ExistingNetwork extends Construct implements INetwork {
    /** All addresses of the network: those of an existing subnet are known to Azure alone. */
    private static final List<String> SOMEWHERE_WITHIN = List.of("VirtualNetwork");

    private final AzureNetwork.Existing attributes;
    private final String gatewaySubnetId;

    ExistingNetwork(Construct scope, String id, AzureNetwork.Existing attributes) {
        super(scope, id);
        this.attributes = attributes;
        gatewaySubnetId = attributes.gatewaySubnet() instanceof AzureNetwork.GatewaySubnet.Create created
                ? createGatewaySubnet(created)
                : ((AzureNetwork.GatewaySubnet.Id) attributes.gatewaySubnet()).id();
    }

    private String createGatewaySubnet(AzureNetwork.GatewaySubnet.Create created) {
        return Subnets.lentToGateways(Subnet.Builder.create(this, "GatewaySubnet")
                        .name(Network.GATEWAY_SUBNET)
                        .resourceGroupName(TerraformText.literal(attributes.resourceGroup()))
                        .virtualNetworkName(TerraformText.literal(attributes.name()))
                        .addressPrefixes(List.of(created.cidr().toString()))
                        .defaultOutboundAccessEnabled(false))
                .build()
                .getId();
    }

    @Override
    public String networkId() {
        return attributes.vnet();
    }

    @Override
    public String gatewaySubnetId() {
        return gatewaySubnetId;
    }

    @Override
    public List<String> gatewayAddresses() {
        return attributes.gatewaySubnet() instanceof AzureNetwork.GatewaySubnet.Create created
                ? List.of(created.cidr().toString())
                : SOMEWHERE_WITHIN;
    }

    @Override
    public boolean ownsGatewaySubnet() {
        return attributes.gatewaySubnet() instanceof AzureNetwork.GatewaySubnet.Create;
    }

    @Override
    public String serverSubnetId() {
        return attributes.serverSubnet();
    }

    @Override
    public List<String> serverAddresses() {
        return SOMEWHERE_WITHIN;
    }

    @Override
    public List<String> nodeAddresses() {
        return SOMEWHERE_WITHIN;
    }

    @Override
    public Optional<String> databaseSubnetId() {
        return attributes.databaseSubnet();
    }

    @Override
    public List<String> databaseAddresses() {
        return attributes.databaseSubnet().isPresent() ? SOMEWHERE_WITHIN : List.of();
    }

    @Override
    public boolean ownsDatabaseSubnet() {
        return false;
    }

    @Override
    public Optional<String> databaseZoneId() {
        return attributes.privateDnsZone();
    }

    @Override
    public List<String> natAddresses() {
        return List.of();
    }

    @Override
    public List<ITerraformDependable> outboundAccess() {
        return List.of();
    }
}
