package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.value.Cidr;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a gateway to the instances that its subnet has room for, where the deployment makes that: it would stop growing under
 * load, when it is needed most. Each takes an address of the subnet, of which Azure keeps five to itself.
 *
 * @see <a href="https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure">Size of the subnet</a>
 */
final class RoomOfGateway implements Red5OnAzureRule {
    private static final int AZURES_OWN = 5;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        int max = cluster.azureEntry().capacity().max();
        return subnet(cluster).stream().filter(range -> max > room(range)).map(range -> Violation.at(
                        "entry.capacity.max")
                .given(max)
                .allowed("at most " + room(range) + ", for which the gateway's subnet (" + range + ") has room")
                .todo("lower it or widen the subnet"));
    }

    private static Optional<Cidr> subnet(Red5OnAzure cluster) {
        return cluster.newNetwork().map(AzureNetwork.Create::gatewaySubnet).or(() -> cluster.existingNetwork()
                .map(AzureNetwork.Existing::gatewaySubnet)
                .filter(AzureNetwork.GatewaySubnet.Create.class::isInstance)
                .map(subnet -> ((AzureNetwork.GatewaySubnet.Create) subnet).cidr()));
    }

    private static long room(Cidr range) {
        return Math.max(0, (1L << (32 - range.prefix())) - AZURES_OWN);
    }
}
