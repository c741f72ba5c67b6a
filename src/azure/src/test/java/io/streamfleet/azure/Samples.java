package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import io.streamfleet.core.spec.Health;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Values that several tests share. */
final class Samples {
    static final Health HEALTH =
            new Health("/", Duration.ofSeconds(30), Duration.ofSeconds(10), 2, 5, Duration.ofMinutes(5));

    static final Place PLACE = Place.of("red5", "eastus");

    static final String VAULT = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/"
            + "Microsoft.KeyVault/vaults/live-vault";

    private Samples() {}

    static INetwork network() {
        return new Existing(true);
    }

    /** A network whose gateway's subnet is of the deployment, or someone else's. */
    record Existing(boolean ownsGatewaySubnet) implements INetwork {
        @Override
        public String networkId() {
            return "vnet";
        }

        @Override
        public String gatewaySubnetId() {
            return "vnet/subnets/SMGateway";
        }

        @Override
        public List<String> gatewayAddresses() {
            return List.of(ownsGatewaySubnet ? "10.30.0.0/24" : "VirtualNetwork");
        }

        @Override
        public String serverSubnetId() {
            return "vnet/subnets/default";
        }

        @Override
        public List<String> serverAddresses() {
            return List.of("10.30.16.0/20");
        }

        @Override
        public List<String> nodeAddresses() {
            return List.of("10.30.24.0/21");
        }

        @Override
        public Optional<String> databaseSubnetId() {
            return Optional.empty();
        }

        @Override
        public List<String> databaseAddresses() {
            return List.of();
        }

        @Override
        public boolean ownsDatabaseSubnet() {
            return false;
        }

        @Override
        public Optional<String> databaseZoneId() {
            return Optional.empty();
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
}
