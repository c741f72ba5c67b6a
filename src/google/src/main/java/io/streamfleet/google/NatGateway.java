package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.google.compute_address.ComputeAddress;
import com.hashicorp.cdktf.providers.google.compute_router.ComputeRouter;
import com.hashicorp.cdktf.providers.google.compute_router_nat.ComputeRouterNat;
import com.hashicorp.cdktf.providers.google.compute_router_nat.ComputeRouterNatLogConfig;
import com.hashicorp.cdktf.providers.google.compute_router_nat.ComputeRouterNatSubnetwork;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Lets the servers of one subnetwork reach out from one address that stays.
 *
 * <p>A Stream Manager opens a connection for each client of a node that has a public address, all of them to the node's
 * one port. Google gives each server 64 ports for that unless told otherwise, so that the 65th client would fail: here a
 * server has 512 and is given more as it needs them, up to all of the address's 64,512. Connections may be idle for as
 * long as the longest session, in place of 20 minutes.
 *
 * @see <a href="https://cloud.google.com/nat/docs/ports-and-addresses">Addresses and ports of Cloud NAT</a>
 */
final class NatGateway extends Construct {
    private static final int FEWEST_PORTS = 512;
    private static final int MOST_PORTS = 65_536;
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final String address;
    private final ComputeRouterNat gateway;

    /**
     * What a gateway is made of.
     *
     * @param name beginning of its parts' names
     * @param region where it is
     * @param networkId path of the network
     * @param subnetworkId path of the subnetwork whose servers it serves, and no others
     * @param isProtected whether Terraform refuses to destroy the address
     * @param labels labels of the address
     */
    record Settings(
            String name,
            String region,
            String networkId,
            String subnetworkId,
            boolean isProtected,
            Map<String, String> labels) {}

    NatGateway(Construct scope, String id, Settings settings) {
        super(scope, id);
        var router = ComputeRouter.Builder.create(this, "Router")
                .name(GoogleNames.RESOURCE.name(settings.name(), "router", settings.region()))
                .region(settings.region())
                .network(settings.networkId())
                .build();
        var reserved = ComputeAddress.Builder.create(this, "Address")
                .name(GoogleNames.RESOURCE.name(settings.name(), "nat", settings.region()))
                .region(settings.region())
                .addressType("EXTERNAL")
                .labels(Tagging.orAbsent(Tagging.GOOGLE.of(settings.labels())))
                .lifecycle(
                        Lifecycle.DEFAULT.preventDestroy(settings.isProtected()).toTerraform())
                .build();
        address = reserved.getAddress();
        gateway = ComputeRouterNat.Builder.create(this, "Gateway")
                .name(GoogleNames.RESOURCE.name(settings.name(), "nat", settings.region()))
                .region(settings.region())
                .router(router.getName())
                .natIpAllocateOption("MANUAL_ONLY")
                .natIps(List.of(reserved.getSelfLink()))
                .sourceSubnetworkIpRangesToNat("LIST_OF_SUBNETWORKS")
                .subnetwork(List.of(ComputeRouterNatSubnetwork.builder()
                        .name(settings.subnetworkId())
                        .sourceIpRangesToNat(List.of("PRIMARY_IP_RANGE"))
                        .build()))
                .enableDynamicPortAllocation(true)
                // Google has either this or ports on demand.
                .enableEndpointIndependentMapping(false)
                .minPortsPerVm(FEWEST_PORTS)
                .maxPortsPerVm(MOST_PORTS)
                .tcpEstablishedIdleTimeoutSec(LONGEST_SESSION.toSeconds())
                .logConfig(ComputeRouterNatLogConfig.builder()
                        .enable(true)
                        .filter("ERRORS_ONLY")
                        .build())
                .build();
    }

    /** Returns the address that servers reach out from. */
    String address() {
        return address;
    }

    /** Returns what must exist before they do. */
    ITerraformDependable ready() {
        return gateway;
    }
}
