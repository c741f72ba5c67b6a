package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGatewayConfig;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway_public_ip_association.NatGatewayPublicIpAssociation;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.subnet_nat_gateway_association.SubnetNatGatewayAssociation;
import io.streamfleet.terraform.Lifecycle;
import java.util.List;
import software.constructs.Construct;

/**
 * Lets the servers of one subnet reach out from one address that stays.
 *
 * <p>Of the kind StandardV2, which outlives the loss of a zone, where the location has zones; the older kind stands in one
 * zone at most. Azure spreads StandardV2 over all zones by itself, and says so afterwards. Connections may be idle for as
 * long as Azure lets them.
 *
 * @see <a href="https://learn.microsoft.com/azure/nat-gateway/nat-overview">NAT gateway</a>
 */
final class NatGateway extends Construct {
    private static final int LONGEST_IDLE_MINUTES = 120;

    private final String address;
    private final List<ITerraformDependable> ready;

    /**
     * What a gateway is made of.
     *
     * @param name name of gateway and address
     * @param place where they are
     * @param subnetId the subnet whose servers it serves
     * @param zones availability zones of the location that are used
     * @param isProtected whether Terraform refuses to destroy the address
     */
    record Settings(String name, Place place, String subnetId, List<String> zones, boolean isProtected) {
        String kind() {
            return zones.isEmpty() ? "Standard" : "StandardV2";
        }
    }

    NatGateway(Construct scope, String id, Settings settings) {
        super(scope, id);
        PublicIp reserved = reserve(settings);
        address = reserved.getIpAddress();
        String gatewayId = create(settings);
        var withAddress = NatGatewayPublicIpAssociation.Builder.create(this, "AddressOfGateway")
                .natGatewayId(gatewayId)
                .publicIpAddressId(reserved.getId())
                .build();
        var withSubnet = SubnetNatGatewayAssociation.Builder.create(this, "GatewayOfSubnet")
                .subnetId(settings.subnetId())
                .natGatewayId(gatewayId)
                .build();
        ready = List.of(withAddress, withSubnet);
    }

    private PublicIp reserve(Settings settings) {
        return PublicIp.Builder.create(this, "Address")
                .name(settings.name())
                .resourceGroupName(settings.place().resourceGroup())
                .location(settings.place().location())
                .sku(settings.kind())
                .allocationMethod("Static")
                .tags(settings.place().resourceTags())
                .lifecycle(Lifecycle.DEFAULT
                        .preventDestroy(settings.isProtected())
                        .ignore("zones")
                        .toTerraform())
                .build();
    }

    private String create(Settings settings) {
        return new com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGateway(
                        this,
                        "Gateway",
                        NatGatewayConfig.builder()
                                .name(settings.name())
                                .resourceGroupName(settings.place().resourceGroup())
                                .location(settings.place().location())
                                .skuName(settings.kind())
                                .idleTimeoutInMinutes(LONGEST_IDLE_MINUTES)
                                .tags(settings.place().resourceTags())
                                .lifecycle(Lifecycle.DEFAULT.ignore("zones").toTerraform())
                                .build())
                .getId();
    }

    /** Returns the address that servers reach out from. */
    String address() {
        return address;
    }

    /** Returns what must exist before they do. */
    List<ITerraformDependable> ready() {
        return ready;
    }
}
