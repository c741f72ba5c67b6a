package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureDns;
import io.streamfleet.core.spec.AzureExistingDatabase;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.AzureResourceGroup;
import io.streamfleet.core.spec.AzureTier;
import io.streamfleet.core.spec.Backend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps a resource group that the deployment makes free of what is said to exist: it would exist as well, and not be made. */
final class NothingInNewGroup implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        if (!(cluster.azure().resourceGroup() instanceof AzureResourceGroup.Create group)) {
            return Stream.empty();
        }
        String within = "/subscriptions/" + cluster.azure().subscription() + "/resourceGroups/" + group.name() + "/";
        return Stream.concat(
                ids(cluster).entrySet().stream()
                        .filter(each -> each.getValue().regionMatches(true, 0, within, 0, within.length()))
                        .map(each -> told(each.getKey(), each.getValue(), group)),
                groups(cluster).entrySet().stream()
                        .filter(each -> each.getValue().equalsIgnoreCase(group.name()))
                        .map(each -> told(each.getKey(), each.getValue(), group)));
    }

    private static Violation told(String path, String given, AzureResourceGroup.Create group) {
        return Violation.at(path)
                .given(given)
                .allowed("elsewhere than in the group " + group.name() + ", which the deployment makes")
                .todo("set azure.resourceGroup: {existing: " + group.name() + "}, or make another group");
    }

    private static Map<String, String> ids(Red5OnAzure cluster) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("azure.keyVault.id", cluster.azure().keyVault().id());
        cluster.azure().gatewayIdentity().ifPresent(id -> ids.put("azure.gatewayIdentity", id));
        cluster.azureEntry().address().ifPresent(id -> ids.put("entry.address", id));
        cluster.existingNetwork().ifPresent(network -> ids.put("azure.network.existing.vnet", network.vnet()));
        cluster.existingNetwork()
                .flatMap(AzureNetwork.Existing::privateDnsZone)
                .ifPresent(id -> ids.put("azure.network.existing.privateDnsZone", id));
        if (((AzureTier) cluster.tier().onCloud()).image() instanceof AzureImage.Id image) {
            ids.put(Red5View.path("image.id"), image.id());
        } else if (((AzureTier) cluster.tier().onCloud()).image() instanceof AzureImage.FromVm image) {
            ids.put(Red5View.path("image.fromVm"), image.vm());
        }
        cluster.view()
                .existingDatabase()
                .flatMap(database -> ((AzureExistingDatabase) database.onCloud()).server())
                .ifPresent(id -> ids.put("database.existing.server", id));
        return ids;
    }

    private static Map<String, String> groups(Red5OnAzure cluster) {
        Map<String, String> groups = new LinkedHashMap<>();
        cluster.spec()
                .dns()
                .ifPresent(dns -> groups.put("dns.resourceGroup", ((AzureDns) dns.onCloud()).resourceGroup()));
        cluster.spec()
                .backend()
                .filter(Backend.Azurerm.class::isInstance)
                .ifPresent(backend ->
                        groups.put("backend.azurerm.resourceGroup", ((Backend.Azurerm) backend).resourceGroup()));
        return groups;
    }
}
