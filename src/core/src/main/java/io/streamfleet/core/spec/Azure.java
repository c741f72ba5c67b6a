package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Where on Azure the deployment stands. */
@On(Cloud.AZURE)
@Doc("Where on Azure the deployment stands.")
public record Azure(
        @Doc("Id of the subscription.")
        @Matches(value = AzureIds.GUID, is = AzureIds.GUID_IS)
        @Example("00000000-0000-0000-0000-000000000000")
        String subscription,

        @Doc("Location of the deployment, Azure's word for a region.")
        @Matches(value = "[a-z][a-z0-9]{2,30}", is = "a location of Azure, such as eastus")
        @Example("eastus")
        String location,

        @Doc("Availability zones of servers, gateway and addresses; empty in a location without zones.")
        @Default("[1, 2, 3]")
        @Range(min = "1", max = "3")
        List<Integer> zones,

        @Doc("The resource group, in which the nodes' images are as well.") @Example("{existing: red5}")
        AzureResourceGroup resourceGroup,

        @Doc("First part of the names by which the Stream Managers find network and firewall. Default: the deployment's"
                + " name.")
        @Matches(value = Texts.NAME, is = Texts.NAME_IS)
        Optional<String> resourcePrefix,

        @Doc("The key vault that holds the tier's secret and the certificate.")
        @Example("{id: " + AzureIds.VAULT_EXAMPLE + "}")
        AzureKeyVault keyVault,

        @Doc(
                "Id of an identity that may read the certificate already. Default: the deployment makes one, and grants it.")
        @Matches(value = AzureIds.IDENTITY, is = AzureIds.IDENTITY_IS)
        Optional<String> gatewayIdentity,

        @Doc("The application that the Stream Managers sign in as, to launch nodes.")
        @Example(
                "{clientId: 11111111-1111-4111-8111-111111111111, tenantId: 22222222-2222-4222-8222-222222222222, objectId:"
                        + " 33333333-3333-4333-8333-333333333333}")
        AzureApplication controller,

        @Doc("The virtual network.")
        @Example(
                "{create: {cidr: 10.30.0.0/16, gatewaySubnet: 10.30.0.0/24, serverSubnet: 10.30.16.0/20, databaseSubnet:"
                        + " 10.30.32.0/24}}")
        AzureNetwork network)
        implements CloudBlock {
    /**
     * Whose resources a deployment is made of: each must be registered with the subscription once. They are spelt as Azure
     * lists them: azurerm tells letter case, and passes one over that it does not find, which then is not registered.
     */
    public static final List<String> RESOURCE_PROVIDERS = List.of(
            "Microsoft.Compute",
            "Microsoft.DBforMySQL",
            "Microsoft.KeyVault",
            "Microsoft.ManagedIdentity",
            "Microsoft.Network",
            "microsoft.insights");

    public Azure {
        zones = List.copyOf(zones);
        new Check(
                        Azure.class,
                        subscription,
                        location,
                        zones,
                        resourceGroup,
                        resourcePrefix,
                        keyVault,
                        gatewayIdentity,
                        controller,
                        network)
                .that(
                        new HashSet<>(zones).size() == zones.size(),
                        Violation.at("zones").given("the same zone twice").allowed("different zones"))
                .orThrow();
    }

    @Override
    public Cloud kind() {
        return Cloud.AZURE;
    }

    @Override
    public List<String> regions() {
        return List.of(location);
    }
}
