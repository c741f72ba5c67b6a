package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegationServiceDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetServiceEndpoint;
import java.util.List;

/** Subnets that are lent to one service of Azure's, and hold nothing else. */
final class Subnets {
    private static final List<String> JOIN = List.of("Microsoft.Network/virtualNetworks/subnets/join/action");

    private Subnets() {}

    /**
     * Lends a subnet to Application Gateways: those of version 2 are refused in any other, with
     * {@code ApplicationGatewayNetworkIsolationRequiresSubnetDelegation}.
     *
     * @see <a href="https://github.com/ansible-collections/azure/pull/2217">Since when</a>
     */
    static Subnet.Builder lentToGateways(Subnet.Builder subnet) {
        return subnet.delegation(List.of(delegation("gateway", "Microsoft.Network/applicationGateways")));
    }

    /**
     * Lends a subnet to MySQL flexible servers, which reach Azure's storage from it by the way that the provider's own example
     * opens: one that Azure opened by itself Terraform would close.
     *
     * @see <a href="https://registry.terraform.io/providers/hashicorp/azurerm/5.2.0/docs/resources/mysql_flexible_server">The
     *     provider's example</a>
     */
    static Subnet.Builder lentToMysql(Subnet.Builder subnet) {
        return subnet.delegation(List.of(delegation("mysql", "Microsoft.DBforMySQL/flexibleServers")))
                .serviceEndpoint(List.of(SubnetServiceEndpoint.builder()
                        .service("Microsoft.Storage")
                        .build()));
    }

    private static SubnetDelegation delegation(String name, String service) {
        return SubnetDelegation.builder()
                .name(name)
                .serviceDelegation(SubnetDelegationServiceDelegation.builder()
                        .name(service)
                        .actions(JOIN)
                        .build())
                .build();
    }
}
