package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNetwork;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps an existing network's subnets in it, and the gateway's, which nothing else may be in, to itself. */
final class SubnetsOfExistingNetwork implements Red5OnAzureRule {
    private static final String PATH = "azure.network.existing.";
    private static final int SMALLEST_OF_GATEWAY = 26;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return cluster.existingNetwork().stream()
                .flatMap(network -> Stream.of(elsewhere(network), shared(network), small(network), zone(network))
                        .flatMap(found -> found));
    }

    private static Map<String, String> ids(AzureNetwork.Existing network) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("serverSubnet", network.serverSubnet());
        network.nodeSubnet()
                .filter(id -> !id.equals(network.serverSubnet()))
                .ifPresent(id -> ids.put("nodeSubnet", id));
        if (network.gatewaySubnet() instanceof AzureNetwork.GatewaySubnet.Id gateway) {
            ids.put("gatewaySubnet", gateway.id());
        }
        network.databaseSubnet().ifPresent(id -> ids.put("databaseSubnet", id));
        return ids;
    }

    private static Stream<Violation> elsewhere(AzureNetwork.Existing network) {
        return ids(network).entrySet().stream()
                .filter(each -> !each.getValue().startsWith(network.vnet() + "/"))
                .map(each -> Violation.at(PATH + each.getKey())
                        .given(each.getValue())
                        .allowed("a subnet of vnet (" + network.vnet() + ")")
                        .todo("correct one of them"));
    }

    private static Stream<Violation> shared(AzureNetwork.Existing network) {
        Map<String, String> first = new HashMap<>();
        return ids(network).entrySet().stream()
                .filter(each -> first.putIfAbsent(each.getValue(), each.getKey()) != null)
                .map(each -> Violation.at(PATH + each.getKey())
                        .given("the subnet of " + first.get(each.getValue()))
                        .allowed("a subnet of its own, since gateway and database share theirs with nothing")
                        .todo("give each its subnet"));
    }

    private static Stream<Violation> small(AzureNetwork.Existing network) {
        return Stream.of(network.gatewaySubnet())
                .filter(AzureNetwork.GatewaySubnet.Create.class::isInstance)
                .map(subnet -> ((AzureNetwork.GatewaySubnet.Create) subnet).cidr())
                .filter(range -> range.prefix() > SMALLEST_OF_GATEWAY)
                .map(range -> Violation.at(PATH + "gatewaySubnet.cidr")
                        .given(range)
                        .allowed("/" + SMALLEST_OF_GATEWAY + " or larger, so that the gateway has room to grow")
                        .todo("widen it"));
    }

    private static Stream<Violation> zone(AzureNetwork.Existing network) {
        return network.privateDnsZone().stream()
                .filter(zone -> !zone.endsWith(".mysql.database.azure.com"))
                .map(zone -> Violation.at(PATH + "privateDnsZone")
                        .given(zone)
                        .allowed("a zone whose name ends with .mysql.database.azure.com, as MySQL asks")
                        .todo("take such a zone, or remove the key: the deployment makes one"));
    }
}
