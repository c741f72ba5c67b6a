package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.google.compute_global_address.ComputeGlobalAddress;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import com.hashicorp.cdktf.providers.google.compute_subnetwork.ComputeSubnetwork;
import com.hashicorp.cdktf.providers.google.compute_subnetwork.ComputeSubnetworkLogConfig;
import com.hashicorp.cdktf.providers.google.service_networking_connection.ServiceNetworkingConnection;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.terraform.Tagging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Lays out a network in which servers stand apart from nodes and reach out from addresses that stay.
 *
 * <p>Creates the network, in each region a subnetwork for servers with flow logs and Google's APIs by private addresses,
 * and there a Cloud NAT with one reserved address. Opens no port: a new network lets nobody in. Each NAT costs by the hour
 * and by the byte, its address by the hour, flow logs by the byte.
 *
 * <p>Google adds a subnetwork to each region by itself, out of 10.128.0.0/9: a Stream Manager 1.x launches nodes by the
 * network's name alone, and knows of no subnetwork. Nodes stand there, servers never do.
 */
public final class Network extends Construct implements INetwork {
    /** Of a private service connection: a /24 for each of 16 kinds of managed services in 16 regions. */
    private static final int SERVICES_PREFIX = 20;

    private final NetworkProps props;
    private final Map<String, String> labels;
    private final ComputeNetwork network;
    private final String networkId;
    private final List<ComputeSubnetwork> subnetworks = new ArrayList<>();
    private final Map<String, String> subnetworkIds = new LinkedHashMap<>();
    private final Map<String, String> natAddresses = new LinkedHashMap<>();
    private final List<ITerraformDependable> outboundAccess = new ArrayList<>();
    private final List<ITerraformDependable> serviceConnection = new ArrayList<>();

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
        labels = Tagging.GOOGLE.of(props.labels());
        network = createNetwork();
        networkId = network.getId();
        props.subnetworks().forEach(this::createSubnetwork);
        props.subnetworks().keySet().forEach(this::connectToInternet);
    }

    /** Returns a network that exists: nothing is looked up, and created only what its attributes ask for. */
    public static INetwork fromAttributes(Construct scope, String id, NetworkAttributes attributes) {
        return new ExistingNetwork(scope, id, attributes);
    }

    private ComputeNetwork createNetwork() {
        return ComputeNetwork.Builder.create(this, "Network")
                .name(props.name())
                .autoCreateSubnetworks(true)
                .routingMode("GLOBAL")
                .build();
    }

    private void createSubnetwork(String region, Cidr range) {
        var subnetwork = ComputeSubnetwork.Builder.create(this, "Subnetwork-" + region)
                .name(GoogleNames.RESOURCE.name(props.name(), "servers", region))
                .region(region)
                .network(networkId)
                .ipCidrRange(range.toString())
                .privateIpGoogleAccess(true);
        if (props.flowLogs()) {
            subnetwork.logConfig(ComputeSubnetworkLogConfig.builder()
                    .aggregationInterval("INTERVAL_1_MIN")
                    .flowSampling(0.5)
                    .metadata("INCLUDE_ALL_METADATA")
                    .build());
        }
        ComputeSubnetwork created = subnetwork.build();
        subnetworks.add(created);
        subnetworkIds.put(region, created.getId());
    }

    private void connectToInternet(String region) {
        var nat = new NatGateway(
                this,
                "Nat-" + region,
                new NatGateway.Settings(
                        props.name(),
                        region,
                        networkId,
                        subnetworkIds.get(region),
                        props.isProtected(),
                        props.labels()));
        natAddresses.put(region, nat.address());
        outboundAccess.add(nat.ready());
    }

    @Override
    public String networkId() {
        return networkId;
    }

    @Override
    public String networkName() {
        return props.name();
    }

    @Override
    public List<String> regions() {
        return List.copyOf(subnetworkIds.keySet());
    }

    @Override
    public String subnetworkId(String region) {
        return Regions.of(subnetworkIds, region);
    }

    @Override
    public Map<String, String> natAddresses() {
        return Collections.unmodifiableMap(natAddresses);
    }

    @Override
    public List<ITerraformDependable> outboundAccess() {
        return List.copyOf(outboundAccess);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Reserves a range of 4,096 addresses, which Google picks off the subnetworks that are there by then, and peers with
     * Google's network. The connection stays when Terraform destroys it, since Google refuses to remove it while a database
     * is being deleted: it must be removed by hand before the network can be.
     */
    @Override
    public List<ITerraformDependable> connectServices() {
        if (serviceConnection.isEmpty()) {
            var range = ComputeGlobalAddress.Builder.create(this, "ServiceRange")
                    .name(GoogleNames.RESOURCE.name(props.name(), "services"))
                    .purpose("VPC_PEERING")
                    .addressType("INTERNAL")
                    .prefixLength(SERVICES_PREFIX)
                    .network(networkId)
                    .labels(Tagging.orAbsent(labels))
                    .dependsOn(subnetworks)
                    .build();
            serviceConnection.add(ServiceNetworkingConnection.Builder.create(this, "ServiceConnection")
                    .network(networkId)
                    .service("servicenetworking.googleapis.com")
                    .reservedPeeringRanges(List.of(range.getName()))
                    .deletionPolicy("ABANDON")
                    .build());
        }
        return List.copyOf(serviceConnection);
    }

    /** Returns the network's own resource. */
    public ComputeNetwork network() {
        return network;
    }
}
