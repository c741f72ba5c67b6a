package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps an existing network where and by which name the Stream Managers' controller looks for it: in the resource group, as
 * {@code PREFIX-LOCATION-vnet}, with the nodes in a subnet {@code default}. It is told none of these names.
 */
final class NamesOfController implements Red5OnAzureRule {
    private static final String PATH = "azure.network.existing.";
    private static final String SUBNET = "default";

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return cluster.existingNetwork().stream()
                .flatMap(network -> Stream.of(name(network, cluster), place(network, cluster.azure()), subnet(network))
                        .flatMap(Optional::stream));
    }

    private static Optional<Violation> name(AzureNetwork.Existing network, Red5OnAzure cluster) {
        String wanted = cluster.resourcePrefix() + "-" + cluster.azure().location() + "-vnet";
        return Optional.of(Violation.at(PATH + "vnet")
                        .given(network.name())
                        .allowed("named " + wanted + ", by which the Stream Managers find it")
                        .todo("set azure.resourcePrefix to the network's first part, or make a network of that name"))
                .filter(violation -> !network.name().equals(wanted));
    }

    private static Optional<Violation> place(AzureNetwork.Existing network, Azure azure) {
        boolean isThere = network.subscription().equals(azure.subscription())
                && network.resourceGroup()
                        .equalsIgnoreCase(azure.resourceGroup().name());
        return Optional.of(Violation.at(PATH + "vnet")
                        .given(network.vnet())
                        .allowed("of azure.subscription, in azure.resourceGroup ("
                                + azure.resourceGroup().name() + "), where the Stream Managers look for it")
                        .todo("deploy into the network's group, or make a network in this one"))
                .filter(violation -> !isThere);
    }

    private static Optional<Violation> subnet(AzureNetwork.Existing network) {
        return Optional.of(Violation.at(PATH + (network.nodeSubnet().isPresent() ? "nodeSubnet" : "serverSubnet"))
                        .given(network.nodeSubnetName())
                        .allowed("named " + SUBNET + ", by which the Stream Managers find it, where nodes are in it")
                        .todo("make a subnet of that name, and give it as nodeSubnet"))
                .filter(violation -> !network.nodeSubnetName().equals(SUBNET));
    }
}
