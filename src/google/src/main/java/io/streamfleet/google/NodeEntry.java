package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_address.ComputeAddress;
import com.hashicorp.cdktf.providers.google.compute_forwarding_rule.ComputeForwardingRule;
import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheck;
import com.hashicorp.cdktf.providers.google.compute_region_backend_service.ComputeRegionBackendService;
import com.hashicorp.cdktf.providers.google.compute_region_backend_service.ComputeRegionBackendServiceBackend;
import com.hashicorp.cdktf.providers.google.dns_managed_zone.DnsManagedZone;
import com.hashicorp.cdktf.providers.google.dns_managed_zone.DnsManagedZonePrivateVisibilityConfig;
import com.hashicorp.cdktf.providers.google.dns_managed_zone.DnsManagedZonePrivateVisibilityConfigNetworks;
import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSet;
import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSetRoutingPolicy;
import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSetRoutingPolicyGeo;
import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSetRoutingPolicyGeoHealthCheckedTargets;
import com.hashicorp.cdktf.providers.google.dns_record_set.DnsRecordSetRoutingPolicyGeoHealthCheckedTargetsInternalLoadBalancers;
import io.streamfleet.terraform.Tagging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Lets the streaming nodes reach the Stream Managers under the public name, without leaving the network.
 *
 * <p>Creates in each region an internal passthrough Network Load Balancer, with an address of the servers' subnetwork that
 * every region reaches, and for all of them a check of the servers' health and a private zone of just the domain. Where
 * there are several regions, the name means the nearest load balancer that has a healthy server. Inside the network it
 * means these alone, where 443 is closed: what runs there uses {@code http://DOMAIN:5080}. The servers' image needs Google's
 * guest agent, which makes them accept the load balancer's address. {@link FlowRules} lets the nodes in, by
 * {@link #peer()}: packets arrive with their own addresses. Costs a load balancer a region, what passes through it, and a
 * zone.
 */
public final class NodeEntry extends Construct {
    private static final int TTL_SECONDS = 60;

    private final NodeEntryProps props;
    private final Map<String, String> labels;
    private final String networkId;
    private final ComputeHealthCheck healthCheck;
    private final Map<String, ComputeAddress> addresses = new LinkedHashMap<>();
    private final Map<String, ComputeRegionBackendService> backendServices = new LinkedHashMap<>();
    private final Map<String, ComputeForwardingRule> listeners = new LinkedHashMap<>();
    private final DnsManagedZone zone;
    private final DnsRecordSet record;

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
        labels = Tagging.GOOGLE.of(props.labels());
        networkId = props.network().networkId();
        healthCheck = HealthChecks.http(
                this, GoogleNames.RESOURCE.name(props.name(), "node-entry"), props.port(), props.health());
        props.groups().forEach(this::listenIn);
        zone = createZone();
        record = pointToAll();
    }

    /** Returns the check of the servers' health. */
    public ComputeHealthCheck healthCheck() {
        return healthCheck;
    }

    /** Returns the internal addresses, by region. */
    public Map<String, ComputeAddress> addresses() {
        return Map.copyOf(addresses);
    }

    /** Returns what forwards to the group of servers, by region. */
    public Map<String, ComputeRegionBackendService> backendServices() {
        return Map.copyOf(backendServices);
    }

    /** Returns the forwarding rules, by region. */
    public Map<String, ComputeForwardingRule> listeners() {
        return Map.copyOf(listeners);
    }

    /** Returns the private zone of the domain. */
    public DnsManagedZone zone() {
        return zone;
    }

    /** Returns the record of the domain inside the network. */
    public DnsRecordSet record() {
        return record;
    }

    /** Returns what the entry is to firewall rules: what comes from it are the nodes' own packets, and probes. */
    public FlowPeer peer() {
        return FlowPeer.service(
                Stream.concat(props.nodes().stream(), HealthChecks.SOURCES.stream())
                        .toList(),
                addresses.values().stream()
                        .map(address -> address.getAddress() + "/32")
                        .toList());
    }

    private void listenIn(IServerGroup group) {
        String region = group.region();
        Construct here = new Construct(this, region);
        String name = GoogleNames.RESOURCE.name(props.name(), "node-entry", region);
        ComputeAddress address = ComputeAddress.Builder.create(here, "Address")
                .name(name)
                .region(region)
                .addressType("INTERNAL")
                .subnetwork(props.network().subnetworkId(region))
                .labels(Tagging.orAbsent(labels))
                .build();
        ComputeRegionBackendService backendService = ComputeRegionBackendService.Builder.create(here, "BackendService")
                .name(name)
                .region(region)
                .loadBalancingScheme("INTERNAL")
                .protocol("TCP")
                .sessionAffinity("NONE")
                .connectionDrainingTimeoutSec(props.drain().toSeconds())
                .healthChecks(List.of(healthCheck.getId()))
                .network(networkId)
                .backend(List.of(ComputeRegionBackendServiceBackend.builder()
                        .group(group.instanceGroup())
                        .balancingMode("CONNECTION")
                        .build()))
                .build();
        addresses.put(region, address);
        backendServices.put(region, backendService);
        listeners.put(region, listen(here, name, region, address, backendService));
    }

    private ComputeForwardingRule listen(
            Construct here,
            String name,
            String region,
            ComputeAddress address,
            ComputeRegionBackendService backendService) {
        return ComputeForwardingRule.Builder.create(here, "Http")
                .name(name)
                .region(region)
                .loadBalancingScheme("INTERNAL")
                .network(networkId)
                .subnetwork(props.network().subnetworkId(region))
                .ipAddress(address.getId())
                .ipProtocol("TCP")
                .ports(List.of(String.valueOf(props.port())))
                .allowGlobalAccess(true)
                .backendService(backendService.getId())
                .labels(Tagging.orAbsent(labels))
                .build();
    }

    private DnsManagedZone createZone() {
        return DnsManagedZone.Builder.create(this, "Zone")
                .name(GoogleNames.RESOURCE.name(props.name(), "node-entry"))
                .dnsName(props.domain() + ".")
                .description("Leads the nodes to the internal load balancers")
                .visibility("private")
                .privateVisibilityConfig(DnsManagedZonePrivateVisibilityConfig.builder()
                        .networks(List.of(DnsManagedZonePrivateVisibilityConfigNetworks.builder()
                                .networkUrl(networkId)
                                .build()))
                        .build())
                .labels(Tagging.orAbsent(labels))
                .build();
    }

    private DnsRecordSet pointToAll() {
        DnsRecordSet.Builder all = DnsRecordSet.Builder.create(this, "Record")
                .name(props.domain() + ".")
                .managedZone(zone.getName())
                .type("A")
                .ttl(TTL_SECONDS);
        if (addresses.size() == 1) {
            String only = addresses.values().iterator().next().getAddress();
            return all.rrdatas(List.of(only)).build();
        }
        List<DnsRecordSetRoutingPolicyGeo> nearest = new ArrayList<>();
        listeners.forEach((region, listener) -> nearest.add(DnsRecordSetRoutingPolicyGeo.builder()
                .location(region)
                .healthCheckedTargets(DnsRecordSetRoutingPolicyGeoHealthCheckedTargets.builder()
                        .internalLoadBalancers(List.of(target(region, listener)))
                        .build())
                .build()));
        return all.routingPolicy(
                        DnsRecordSetRoutingPolicy.builder().geo(nearest).build())
                .build();
    }

    private DnsRecordSetRoutingPolicyGeoHealthCheckedTargetsInternalLoadBalancers target(
            String region, ComputeForwardingRule listener) {
        return DnsRecordSetRoutingPolicyGeoHealthCheckedTargetsInternalLoadBalancers.builder()
                .loadBalancerType("regionalL4ilb")
                .ipAddress(addresses.get(region).getAddress())
                .port(String.valueOf(props.port()))
                .ipProtocol("tcp")
                .networkUrl(networkId)
                .project(listener.getProject())
                .region(region)
                .build();
    }
}
