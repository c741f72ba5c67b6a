package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.lb.Lb;
import com.hashicorp.cdktf.providers.azurerm.lb.LbFrontendIpConfiguration;
import com.hashicorp.cdktf.providers.azurerm.lb_backend_address_pool.LbBackendAddressPool;
import com.hashicorp.cdktf.providers.azurerm.lb_probe.LbProbe;
import com.hashicorp.cdktf.providers.azurerm.lb_rule.LbRule;
import com.hashicorp.cdktf.providers.azurerm.private_dns_a_record.PrivateDnsARecord;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZone;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLink;
import io.streamfleet.terraform.Lifecycle;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Lets the streaming nodes reach the Stream Managers under the public name, without leaving the network.
 *
 * <p>Creates an internal load balancer in the servers' subnet, which hands connections on one port to the servers, a probe
 * of their health, a pool without members (a scale set joins by {@link #poolId()}), and a private zone of just the domain
 * with a record of the load balancer, linked to the network. Inside the network the name then means this load balancer
 * alone, where 443 is closed: what runs there uses {@code http://DOMAIN:5080}. {@link FlowRules} lets the nodes in, by
 * {@link #peer()}: packets arrive with their own addresses. Costs a load balancer, what passes through it, and a zone.
 */
public final class NodeEntry extends Construct {
    private static final String FRONTEND = "internal";
    private static final int TTL_SECONDS = 300;

    private final NodeEntryProps props;
    private final Place place;
    private final Lb loadBalancer;
    private final LbBackendAddressPool pool;
    private final LbProbe probe;
    private final LbRule listener;
    private final PrivateDnsZone zone;
    private final PrivateDnsZoneVirtualNetworkLink link;
    private final PrivateDnsARecord record;

    /**
     * Creates the entry.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public NodeEntry(Construct scope, String id, NodeEntryProps props) {
        super(scope, id);
        this.props = props;
        place = props.place();
        loadBalancer = createLoadBalancer();
        pool = createPool();
        probe = createProbe();
        listener = listen();
        zone = createZone();
        link = linkZone();
        record = pointToLoadBalancer();
    }

    /** Returns the load balancer. */
    public Lb loadBalancer() {
        return loadBalancer;
    }

    /** Returns the id of the pool that a scale set's servers join. */
    public String poolId() {
        return pool.getId();
    }

    /** Returns the check of the servers' health. */
    public LbProbe probe() {
        return probe;
    }

    /** Returns the rule that listens. */
    public LbRule listener() {
        return listener;
    }

    /** Returns the private zone of the domain. */
    public PrivateDnsZone zone() {
        return zone;
    }

    /** Returns what makes the network look into the zone. */
    public PrivateDnsZoneVirtualNetworkLink link() {
        return link;
    }

    /** Returns the record of the domain inside the network. */
    public PrivateDnsARecord record() {
        return record;
    }

    /**
     * Returns what the entry is to firewall rules: it is in the servers' subnet, and what comes from it are the nodes' own
     * packets, and Azure's probes.
     */
    public FlowPeer peer() {
        return FlowPeer.outside(
                Stream.concat(props.network().serverAddresses().stream(), props.network().nodeAddresses().stream())
                        .distinct()
                        .toList());
    }

    private String name() {
        return AzureNames.RESOURCE.name(props.name(), "node-entry");
    }

    private Lb createLoadBalancer() {
        LbFrontendIpConfiguration.Builder frontend = LbFrontendIpConfiguration.builder()
                .name(FRONTEND)
                .subnetId(props.network().serverSubnetId())
                .privateIpAddressAllocation("Dynamic");
        if (!props.zones().isEmpty()) {
            frontend.zones(Zones.ofAddress(props.zones()));
        }
        return Lb.Builder.create(this, "LoadBalancer")
                .name(name())
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .sku("Standard")
                .frontendIpConfiguration(List.of(frontend.build()))
                .build();
    }

    /** Goes, where it does, after the group has left it: Azure refuses to delete a pool that a group is in. */
    private LbBackendAddressPool createPool() {
        return LbBackendAddressPool.Builder.create(this, "Pool")
                .name(GatewayParts.POOL)
                .loadbalancerId(loadBalancer.getId())
                .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform())
                .build();
    }

    private LbProbe createProbe() {
        return LbProbe.Builder.create(this, "Probe")
                .name("servers")
                .loadbalancerId(loadBalancer.getId())
                .protocol("Http")
                .port(props.port())
                .requestPath(props.health().path())
                .intervalInSeconds(props.health().interval().toSeconds())
                .probeThreshold(props.health().unhealthy())
                .build();
    }

    private LbRule listen() {
        return LbRule.Builder.create(this, "Http")
                .name("http")
                .loadbalancerId(loadBalancer.getId())
                .frontendIpConfigurationName(FRONTEND)
                .protocol("Tcp")
                .frontendPort(props.port())
                .backendPort(props.port())
                .backendAddressPoolIds(List.of(pool.getId()))
                .probeId(probe.getId())
                .idleTimeoutInMinutes(props.idleTimeout().toMinutes())
                .tcpResetEnabled(true)
                .build();
    }

    private PrivateDnsZone createZone() {
        return PrivateDnsZone.Builder.create(this, "Zone")
                .name(props.domain())
                .resourceGroupName(place.resourceGroup())
                .tags(place.resourceTags())
                .build();
    }

    private PrivateDnsZoneVirtualNetworkLink linkZone() {
        return PrivateDnsZoneVirtualNetworkLink.Builder.create(this, "Link")
                .name(name())
                .privateDnsZoneId(zone.getId())
                .virtualNetworkId(props.network().networkId())
                .registrationEnabled(false)
                .tags(place.resourceTags())
                .build();
    }

    private PrivateDnsARecord pointToLoadBalancer() {
        return PrivateDnsARecord.Builder.create(this, "Record")
                .name("@")
                .privateDnsZoneId(zone.getId())
                .ttl(TTL_SECONDS)
                .records(List.of(loadBalancer.getPrivateIpAddress()))
                .build();
    }
}
