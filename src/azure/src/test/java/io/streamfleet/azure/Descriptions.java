package io.streamfleet.azure;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.terraform.Synth;

/** Descriptions of whole clusters. */
final class Descriptions {
    /** All created, with WebRTC: the vendor's document. */
    static final String CREATED = """
            name: live
            product: red5
            cloud: azure
            domain: live.example.com
            tags: { team: streaming }
            streamManager:
              image: { fromVm: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/virtualMachines/sm-11 }
              vmSize: Standard_D2s_v5
              sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator
              group: { min: 2, max: 6 }
              notifications: { email: operations@example.com }
            database: { create: { sku: GP_Standard_D2ds_v4, passwordVersion: 2 } }
            entry: { nodePath: { internal: {} } }
            tls: { keyVaultSecret: "https://live-vault.vault.azure.net/secrets/live-example-com" }
            dns: { zone: example.com, resourceGroup: dns }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              vmSizeFallbacks: [Standard_F2s]
              roles:
                origin: { min: 2, max: 10, vmSize: Standard_D2s_v5, capacity: 2000 }
                edge: { min: 2, max: 20, vmSize: Standard_D2s_v5, capacity: 2000 }
            azure:
              subscription: 00000000-0000-0000-0000-000000000000
              location: eastus
              resourceGroup: { create: red5 }
              keyVault:
                id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/live-vault
              controller:
                clientId: 11111111-1111-4111-8111-111111111111
                tenantId: 22222222-2222-4222-8222-222222222222
                objectId: 33333333-3333-4333-8333-333333333333
              network:
                create:
                  cidr: 10.30.0.0/16
                  gatewaySubnet: 10.30.0.0/24
                  serverSubnet: 10.30.16.0/20
                  databaseSubnet: 10.30.32.0/24
            """;

    /** Nothing created that may exist, without WebRTC, zones and protection. */
    static final String EXISTING = """
            name: corp
            product: red5
            cloud: azure
            domain: streaming.example.com
            webrtc: false
            protect: false
            streamManager:
              image: { id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/sm-11 }
              vmSize: Standard_D2s_v5
              sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator
              group: { min: 1, max: 4 }
              scaleIn: { cpuPercent: 30, window: 30m, remove: 1, cooldown: 180s }
              sshFrom: [10.0.0.0/16]
              secret: corp-secret
            database: { existing: { host: db.example.com, port: 3307, user: corp } }
            entry: { adminFrom: [203.0.113.0/24], redirectHttp: false, sessionTimeout: 10m, drain: 5m }
            tls: { keyVaultSecret: "https://corp-vault.vault.azure.net/secrets/corp-example-com" }
            backend: { azurerm: { resourceGroup: state, storageAccount: corpstate, container: terraform } }
            nodes:
              prefix: corp-node
              image: red5pro-node-11
              roles:
                origin: { min: 1, max: 2, vmSize: Standard_D2s_v5, capacity: 500 }
                edge: { min: 1, max: 2, vmSize: Standard_D2s_v5, capacity: 500 }
            azure:
              subscription: 00000000-0000-0000-0000-000000000000
              location: eastus
              zones: []
              resourceGroup: { existing: red5 }
              resourcePrefix: corp
              keyVault:
                id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/Microsoft.KeyVault/vaults/corp-vault
                access: policy
              controller:
                clientId: 11111111-1111-4111-8111-111111111111
                tenantId: 22222222-2222-4222-8222-222222222222
                objectId: 33333333-3333-4333-8333-333333333333
              network:
                existing:
                  vnet: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/Microsoft.Network/virtualNetworks/corp-eastus-vnet
                  serverSubnet: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/Microsoft.Network/virtualNetworks/corp-eastus-vnet/subnets/default
                  gatewaySubnet: { cidr: 10.30.0.0/24 }
            """;

    private Descriptions() {}

    static ClusterPlan plan(String description) {
        return ClusterPlan.of(SpecReader.parse("test.yaml", description).spec());
    }

    /** Returns the stack of a description. */
    static Synth stack(String description) {
        return Synth.ofApp(app -> Red5Stack.of(app, plan(description)));
    }
}
