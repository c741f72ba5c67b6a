package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A network that is there already: creates a way out where asked to, and nothing else. */
final class ExistingNetwork extends Construct implements INetwork {
    private final NetworkAttributes attributes;
    private final Map<String, String> natAddresses = new LinkedHashMap<>();
    private final List<ITerraformDependable> outboundAccess = new ArrayList<>();

    ExistingNetwork(Construct scope, String id, NetworkAttributes attributes) {
        super(scope, id);
        this.attributes = attributes;
        if (attributes.nat()) {
            attributes.subnetworks().forEach(this::connectToInternet);
        }
    }

    private void connectToInternet(String region, String subnetwork) {
        var nat = new NatGateway(
                this,
                "Nat-" + region,
                new NatGateway.Settings(
                        attributes.name(),
                        region,
                        attributes.network(),
                        subnetwork,
                        attributes.isProtected(),
                        attributes.labels()));
        natAddresses.put(region, nat.address());
        outboundAccess.add(nat.ready());
    }

    @Override
    public String networkId() {
        return attributes.network();
    }

    @Override
    public String networkName() {
        return attributes.network().substring(attributes.network().lastIndexOf('/') + 1);
    }

    @Override
    public List<String> regions() {
        return List.copyOf(attributes.subnetworks().keySet());
    }

    @Override
    public String subnetworkId(String region) {
        return Regions.of(attributes.subnetworks(), region);
    }

    @Override
    public Map<String, String> natAddresses() {
        return Collections.unmodifiableMap(natAddresses);
    }

    @Override
    public List<ITerraformDependable> outboundAccess() {
        return List.copyOf(outboundAccess);
    }

    @Override
    public List<ITerraformDependable> connectServices() {
        return List.of();
    }
}
