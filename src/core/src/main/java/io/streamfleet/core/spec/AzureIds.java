package io.streamfleet.core.spec;

/**
 * Allow-lists of the ids of Azure's resources. Azure itself takes the words between the names in any case; descriptions
 * have them as the portal and {@code az} print them, so that equal ids are equal texts.
 */
final class AzureIds {
    static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String GUID_IS = "an id such as 00000000-0000-4000-8000-000000000000, in lower case";

    /** Name of a resource group. */
    static final String GROUP = "[A-Za-z0-9_()-]([A-Za-z0-9._()-]{0,88}[A-Za-z0-9_()-])?";

    static final String GROUP_IS = "a resource group's name: 1 to 90 letters, digits and ._()-, no dot last";

    /** Names of most resources. */
    static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?";

    private static final String WITHIN = "/subscriptions/" + GUID + "/resourceGroups/" + GROUP + "/providers/";

    /** Name of a key vault: two hyphens in a row are refused. */
    static final String VAULT_NAME = "(?![A-Za-z0-9-]*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]";

    static final String IMAGE = WITHIN + "Microsoft\\.Compute/(images/" + NAME + "|galleries/" + NAME + "/images/"
            + NAME + "(/versions/[0-9]+\\.[0-9]+\\.[0-9]+)?)";
    static final String MACHINE = WITHIN + "Microsoft\\.Compute/virtualMachines/" + NAME;
    static final String NETWORK = WITHIN + "Microsoft\\.Network/virtualNetworks/" + NAME;
    static final String SUBNET = NETWORK + "/subnets/" + NAME;
    static final String PUBLIC_ADDRESS = WITHIN + "Microsoft\\.Network/publicIPAddresses/" + NAME;
    static final String PRIVATE_ZONE = WITHIN + "Microsoft\\.Network/privateDnsZones/[a-z0-9.-]{1,253}";
    static final String VAULT = WITHIN + "Microsoft\\.KeyVault/vaults/" + VAULT_NAME;
    static final String IDENTITY = WITHIN + "Microsoft\\.ManagedIdentity/userAssignedIdentities/" + NAME;
    static final String DATABASE = WITHIN + "Microsoft\\.DBforMySQL/flexibleServers/[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

    /** How an id begins, for messages. */
    private static final String BEGINS = "/subscriptions/ID/resourceGroups/GROUP/providers/";

    static final String IMAGE_IS =
            "an image's id, " + BEGINS + "Microsoft.Compute/images/NAME or .../galleries/GALLERY/images/NAME";
    static final String MACHINE_IS = "a virtual machine's id, " + BEGINS + "Microsoft.Compute/virtualMachines/NAME";
    static final String NETWORK_IS = "a virtual network's id, " + BEGINS + "Microsoft.Network/virtualNetworks/NAME";
    static final String SUBNET_IS = "a subnet's id, " + BEGINS + "Microsoft.Network/virtualNetworks/NAME/subnets/NAME";
    static final String PUBLIC_ADDRESS_IS =
            "a public address's id, " + BEGINS + "Microsoft.Network/publicIPAddresses/NAME";
    static final String PRIVATE_ZONE_IS =
            "a private DNS zone's id, " + BEGINS + "Microsoft.Network/privateDnsZones/NAME";
    static final String VAULT_IS = "a key vault's id, " + BEGINS
            + "Microsoft.KeyVault/vaults/NAME, NAME of 3 to 24 letters, digits and" + " single hyphens";
    static final String IDENTITY_IS =
            "an identity's id, " + BEGINS + "Microsoft.ManagedIdentity/userAssignedIdentities/NAME";
    static final String DATABASE_IS = "a database server's id, " + BEGINS + "Microsoft.DBforMySQL/flexibleServers/NAME";

    private static final String EXAMPLE =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/";

    static final String IMAGE_EXAMPLE = EXAMPLE + "Microsoft.Compute/images/sm-11";
    static final String MACHINE_EXAMPLE = EXAMPLE + "Microsoft.Compute/virtualMachines/sm-11";
    static final String NETWORK_EXAMPLE = EXAMPLE + "Microsoft.Network/virtualNetworks/live-eastus-vnet";
    static final String SUBNET_EXAMPLE = NETWORK_EXAMPLE + "/subnets/";
    static final String VAULT_EXAMPLE = EXAMPLE + "Microsoft.KeyVault/vaults/live-vault";

    private AzureIds() {}

    /** Returns the last name of an id. */
    static String nameIn(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Returns the subscription that an id is of. */
    static String subscriptionIn(String id) {
        return id.split("/")[2];
    }

    /** Returns the resource group that an id is of. */
    static String groupIn(String id) {
        return id.split("/")[4];
    }
}
