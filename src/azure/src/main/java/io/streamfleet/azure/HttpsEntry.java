package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGateway;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import com.hashicorp.cdktf.providers.azurerm.web_application_firewall_policy.WebApplicationFirewallPolicy;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.terraform.Kept;
import io.streamfleet.terraform.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Takes HTTPS and WSS from the internet and hands what is allowed to the servers, over connections that may last for hours.
 *
 * <p>Creates an Application Gateway of version 2 in its own subnet: a public address unless one is given, a listener on 443
 * with a certificate that it reads from a key vault, one on 80 that redirects, a pool without members (a scale set joins
 * by {@link #poolId()}), a probe of their health, an identity unless one is given, and a policy that answers 403 to
 * whatever no rule forwards. Where the deployment made the gateway's subnet, creates its security group as well, open to
 * what Azure runs a gateway with; {@link FlowRules} opens it to clients, by {@link #peer()}. Costs a gateway by the hour and
 * by its capacity, and an address.
 *
 * @see <a href="https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure">What a gateway's subnet
 *     needs</a>
 */
public final class HttpsEntry extends Construct {
    private static final String ADDRESS = "Address";

    private final HttpsEntryProps props;
    private final Place place;
    private final Optional<NetworkSecurityGroup> securityGroup;
    private final Optional<PublicIp> ownAddress;
    private final String addressId;
    private final Optional<WebApplicationFirewallPolicy> firewallPolicy;
    private final ApplicationGateway gateway;

    /**
     * Creates the entry.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public HttpsEntry(Construct scope, String id, HttpsEntryProps props) {
        super(scope, id);
        this.props = props;
        place = props.place();
        List<ITerraformDependable> first = new ArrayList<>();
        securityGroup = props.network().ownsGatewaySubnet() ? Optional.of(guardSubnet(first)) : Optional.empty();
        ownAddress = props.address().isPresent() ? Optional.empty() : Optional.of(reserveAddress());
        if (ownAddress.isEmpty() && props.isProtected()) {
            Kept.keep(this, ADDRESS, "azurerm_public_ip");
        }
        addressId =
                ownAddress.map(PublicIp::getId).orElseGet(() -> props.address().orElseThrow());
        GatewayReader reader = GatewayReader.create(this, name(), place, props.identity(), props.certificate());
        first.addAll(reader.ready());
        firewallPolicy = props.sku() == AzureGatewaySku.WAF_V2
                ? Optional.of(PathPolicy.create(
                        this, AzureNames.POLICY.name(props.name(), "gateway"), place, props.policyRules()))
                : Optional.empty();
        gateway = createGateway(reader.identityId(), first);
    }

    /** Returns the gateway. */
    public ApplicationGateway gateway() {
        return gateway;
    }

    /** Returns the policy that decides on each request's path; none where every path is open. */
    public Optional<WebApplicationFirewallPolicy> firewallPolicy() {
        return firewallPolicy;
    }

    /** Returns the security group of the gateway's subnet; none where that is its owner's. */
    public Optional<NetworkSecurityGroup> securityGroup() {
        return securityGroup;
    }

    /** Returns the reserved address; none where one is given. */
    public Optional<PublicIp> ownAddress() {
        return ownAddress;
    }

    /** Returns the id of the public address, to which a record can lead. */
    public String addressId() {
        return addressId;
    }

    /** Returns the public address itself; empty where one is given, of which the id alone is known. */
    public Optional<String> address() {
        return ownAddress.map(PublicIp::getIpAddress);
    }

    /** Returns the id of the pool that a scale set's servers join; a set of pools has no place in Terraform. */
    public String poolId() {
        return gateway.getId() + "/backendAddressPools/" + GatewayParts.POOL;
    }

    /** Returns what the entry is to firewall rules. */
    public FlowPeer peer() {
        List<String> addresses = props.network().gatewayAddresses();
        return securityGroup
                .map(group -> FlowPeer.service(group.getName(), addresses))
                .orElseGet(() -> FlowPeer.outside(addresses));
    }

    private String name() {
        return AzureNames.RESOURCE.name(props.name(), "gateway");
    }

    /** A gateway is refused in a subnet whose group closes it to those who run it. */
    private NetworkSecurityGroup guardSubnet(List<ITerraformDependable> first) {
        NetworkSecurityGroup group = SecurityGroups.create(this, "SecurityGroup", name(), place);
        first.add(SecurityGroups.rule(
                        this,
                        "GatewayManager",
                        place.resourceGroup(),
                        group.getName(),
                        "Inbound",
                        SecurityGroups.OPENED_BY_AZURE)
                .description("What Azure runs a gateway with")
                .access("Allow")
                .sourceAddressPrefix("GatewayManager")
                .destinationAddressPrefix("*")
                .destinationPortRange("65200-65535")
                .build());
        first.add(SubnetNetworkSecurityGroupAssociation.Builder.create(this, "SecurityGroupOfSubnet")
                .subnetId(props.network().gatewaySubnetId())
                .networkSecurityGroupId(group.getId())
                .build());
        return group;
    }

    /** Azure cuts idle connections of an address after 4 minutes unless told otherwise, 30 at most. */
    private PublicIp reserveAddress() {
        PublicIp.Builder address = PublicIp.Builder.create(this, ADDRESS)
                .name(name())
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .sku("Standard")
                .allocationMethod("Static")
                .idleTimeoutInMinutes(30)
                .lifecycle(Lifecycle.DEFAULT.preventDestroy(props.isProtected()).toTerraform());
        if (!props.zones().isEmpty()) {
            address.zones(Zones.ofAddress(props.zones()));
        }
        return address.build();
    }

    private ApplicationGateway createGateway(String identityId, List<ITerraformDependable> first) {
        GatewayParts parts = new GatewayParts(props);
        ApplicationGateway.Builder builder = ApplicationGateway.Builder.create(this, "Gateway")
                .name(name())
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .sku(parts.sku())
                .autoscaleConfiguration(parts.capacity())
                .identity(parts.identity(identityId))
                .gatewayIpConfiguration(List.of(parts.subnet()))
                .frontendIpConfiguration(List.of(parts.frontend(addressId)))
                .frontendPort(parts.ports())
                .sslCertificate(List.of(parts.certificate()))
                .sslPolicy(parts.tls())
                .httpListener(parts.listeners())
                .backendAddressPool(List.of(parts.pool()))
                .backendHttpSettings(List.of(parts.settings()))
                .probe(List.of(parts.probe()))
                .requestRoutingRule(parts.routes())
                .redirectConfiguration(parts.redirects())
                .dependsOn(first)
                .lifecycle(Lifecycle.DEFAULT.preventDestroy(props.isProtected()).toTerraform());
        if (!props.zones().isEmpty()) {
            builder.zones(props.zones());
        }
        firewallPolicy.ifPresent(policy -> builder.firewallPolicyId(policy.getId()));
        return builder.build();
    }
}
