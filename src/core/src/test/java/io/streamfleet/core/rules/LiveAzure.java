package io.streamfleet.core.rules;

/** A good description on Azure to change one thing of; {@link Live#told} says what is told of it then. */
final class LiveAzure {
    static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/";

    static final String VNET = GROUP + "Microsoft.Network/virtualNetworks/live-eastus-vnet";

    static final String NEW =
            "create: { cidr: 10.30.0.0/16, gatewaySubnet: 10.30.0.0/24, serverSubnet: 10.30.16.0/20, databaseSubnet: 10.30.32.0/28 }";

    static final String DATABASE = "create: { sku: GP_Standard_D2ds_v4 }";

    static final String TEXT = """
            name: live
            product: red5
            cloud: azure
            domain: live.example.com
            webrtc: true
            streamManager:
              image: { id: %sMicrosoft.Compute/images/sm-11 }
              vmSize: Standard_D2s_v5
              sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator
              group: { min: 2, max: 6 }
            database: { %s }
            tls: { keyVaultSecret: "https://live-vault.vault.azure.net/secrets/live-example-com" }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, vmSize: Standard_D2s_v5, capacity: 2000 }
                edge: { min: 2, max: 20, vmSize: Standard_D2s_v5, capacity: 2000 }
            azure:
              subscription: 00000000-0000-0000-0000-000000000000
              location: eastus
              resourceGroup: { existing: red5 }
              keyVault: { id: %sMicrosoft.KeyVault/vaults/live-vault }
              controller:
                clientId: 11111111-1111-4111-8111-111111111111
                tenantId: 22222222-2222-4222-8222-222222222222
                objectId: 33333333-3333-4333-8333-333333333333
              network: { %s }
            """.formatted(GROUP, DATABASE, GROUP, NEW);

    private LiveAzure() {}

    /** Returns the text with parts of it changed for others. */
    static String with(String... changes) {
        return Live.change(TEXT, changes);
    }

    /** Returns the text with a key more of the tier, on line 11. */
    static String tier(String line) {
        return with("  group: { min: 2, max: 6 }\n", "  group: { min: 2, max: 6 }\n  " + line + "\n");
    }

    /** Returns the text with a key more of the nodes, on line 16. */
    static String nodes(String line) {
        return with("  image: red5pro-node-11\n", "  image: red5pro-node-11\n  " + line + "\n");
    }

    /** Returns the text with another new network, on line 28. */
    static String network(String network) {
        return with(NEW, "create: { " + network + " }");
    }

    /** Returns the text with an existing network whose keys are these, on line 28, and an existing database. */
    static String existing(String network) {
        return with(NEW, "existing: { " + network + " }", DATABASE, "existing: { host: 10.60.0.3, user: live }");
    }

    /** Returns the keys of a good existing network. */
    static String subnets() {
        return "vnet: " + VNET + ", serverSubnet: " + VNET + "/subnets/default, gatewaySubnet: " + VNET
                + "/subnets/SMGateway";
    }

    /** Returns the text with a key more, on line 29. */
    static String top(String line) {
        return TEXT + line + "\n";
    }
}
