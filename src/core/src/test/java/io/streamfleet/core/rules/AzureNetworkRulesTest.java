package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveAzure.DATABASE;
import static io.streamfleet.core.rules.LiveAzure.GROUP;
import static io.streamfleet.core.rules.LiveAzure.VNET;
import static io.streamfleet.core.rules.LiveAzure.existing;
import static io.streamfleet.core.rules.LiveAzure.network;
import static io.streamfleet.core.rules.LiveAzure.nodes;
import static io.streamfleet.core.rules.LiveAzure.subnets;
import static io.streamfleet.core.rules.LiveAzure.tier;
import static io.streamfleet.core.rules.LiveAzure.top;
import static io.streamfleet.core.rules.LiveAzure.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureNetworkRulesTest {
    @Test
    void check_good_passes() {
        assertThat(told(LiveAzure.TEXT)).isEmpty();
        assertThat(told(existing(subnets()))).isEmpty();
    }

    @Test
    void warns_unknownLocation() {
        assertThat(told(with("location: eastus", "location: eastus9")))
                .containsExactly(
                        "warning: azure.location: got eastus9, must be a location of Azure that this version knows;"
                                + " see that it is spelled right, by az account list-locations --query [].name (live.yaml:21:3)");
    }

    @Test
    void fails_zoneTwice() {
        assertThat(told(with("location: eastus", "location: eastus\n  zones: [1, 1]")))
                .containsExactly("azure.zones: got the same zone twice, must be different zones (live.yaml:22:3)");
        assertThat(told(with("location: eastus", "location: eastus\n  zones: []")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.31.0.0/24 | 10.30.16.0/20 | 10.30.32.0/28 | gatewaySubnet: got 10.31.0.0/24, must be within cidr (10.30.0.0/16); correct one of them",
                "10.30.0.0/24 | 10.30.0.0/20 | 10.30.32.0/28 | serverSubnet: got 10.30.0.0/20, must be apart from gatewaySubnet (10.30.0.0/24); change one of them",
                "10.30.0.0/24 | 10.30.16.0/20 | 10.30.16.0/28 | databaseSubnet: got 10.30.16.0/28, must be apart from serverSubnet (10.30.16.0/20); change one of them",
                "10.30.0.0/27 | 10.30.16.0/20 | 10.30.32.0/28 | gatewaySubnet: got 10.30.0.0/27, must be /26 or larger, so that the gateway has room to grow; widen it",
                "10.30.0.0/24 | 10.30.16.0/20 | 10.30.32.0/29 | databaseSubnet: got 10.30.32.0/29, must be /28 or larger, the smallest that MySQL takes; widen it",
                "10.30.0.0/24 | 10.30.16.0/26 | 10.30.32.0/28 | serverSubnet: got 10.30.16.0/26, which has room for 27 in each half, must be a range with room for 30 nodes in one half and for 6 Stream Managers in the other, the largest numbers of them; widen it"
            })
    void fails_subnets(String gateway, String servers, String database, String message) {
        assertThat(told(network("cidr: 10.30.0.0/16, gatewaySubnet: " + gateway + ", serverSubnet: " + servers
                        + ", databaseSubnet: " + database)))
                .singleElement()
                .asString()
                .startsWith("azure.network.create." + message + " (live.yaml:28:");
    }

    @Test
    void check_smallestSubnets_pass() {
        assertThat(told(network("cidr: 10.30.0.0/24, gatewaySubnet: 10.30.0.0/26, serverSubnet: 10.30.0.128/25,"
                        + " databaseSubnet: 10.30.0.64/28")))
                .isEmpty();
    }

    @Test
    void fails_networkThatNoNetworkCanBe() {
        assertThat(told(network("cidr: 169.254.0.0/16, gatewaySubnet: 169.254.0.0/24, serverSubnet: 169.254.16.0/20,"
                        + " databaseSubnet: 169.254.32.0/28")))
                .containsExactly(
                        "azure.network.create.cidr: got 169.254.0.0/16, must be a range that a network can have; take"
                                + " one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (live.yaml:28:24)");
    }

    @Test
    void fails_privateDatabaseWithoutASubnet() {
        assertThat(told(network("cidr: 10.30.0.0/16, gatewaySubnet: 10.30.0.0/24, serverSubnet: 10.30.16.0/20")))
                .containsExactly(
                        "azure.network.create.databaseSubnet: got nothing with a private database, must be a range of"
                                + " /28 or larger; add it, or set database.create.access: public (live.yaml:28:14)");
        assertThat(told(Live.change(existing(subnets()), "existing: { host: 10.60.0.3, user: live }", DATABASE)))
                .containsExactly(
                        "azure.network.existing.databaseSubnet: got nothing with a private database, must be the id of"
                                + " a subnet delegated to MySQL; add it, or set database.create.access: public (live.yaml:28:14)");
    }

    @Test
    void warns_subnetWithoutAPrivateDatabase() {
        assertThat(told(with(DATABASE, "create: { sku: GP_Standard_D2ds_v4, access: public }")))
                .containsExactly(
                        "warning: azure.network.create.databaseSubnet: got a subnet without a private database, must be"
                                + " absent, since nothing is put into it; remove it (live.yaml:28:102)");
    }

    @Test
    void fails_subnetOfAnotherNetwork() {
        assertThat(told(existing(subnets().replace("live-eastus-vnet/subnets/SMGateway", "other/subnets/SMGateway"))))
                .containsExactly("azure.network.existing.gatewaySubnet: got " + GROUP
                        + "Microsoft.Network/virtualNetworks/other/subnets/SMGateway, must be a subnet of vnet (" + VNET
                        + "); correct one of them (live.yaml:28:330)");
    }

    @Test
    void fails_gatewayBesideServers() {
        assertThat(told(existing(subnets().replace("SMGateway", "default"))))
                .containsExactly(
                        "azure.network.existing.gatewaySubnet: got the subnet of serverSubnet, must be a subnet of its"
                                + " own, since gateway and database share theirs with nothing; give each its subnet (live.yaml:28:330)");
    }

    @Test
    void fails_moreGatewaysThanItsSubnetHolds() {
        String small = "cidr: 10.30.0.0/16, gatewaySubnet: 10.30.0.0/26, serverSubnet: 10.30.16.0/20, databaseSubnet:"
                + " 10.30.32.0/28";
        assertThat(told(capacity(network(small), 60)))
                .containsExactly(
                        "entry.capacity.max: got 60, must be at most 59, for which the gateway's subnet (10.30.0.0/26)"
                                + " has room; lower it or widen the subnet (live.yaml:12:22)");
        assertThat(told(capacity(network(small), 59))).isEmpty();
        String made = existing(subnets().replace(VNET + "/subnets/SMGateway", "{ cidr: 10.30.4.0/25 }"));
        assertThat(told(capacity(made, 124)))
                .containsExactly(
                        "entry.capacity.max: got 124, must be at most 123, for which the gateway's subnet (10.30.4.0/25)"
                                + " has room; lower it or widen the subnet (live.yaml:12:22)");
        assertThat(told(capacity(existing(subnets()), 125))).isEmpty();
    }

    private static String capacity(String text, int max) {
        return Live.change(text, "tls:", "entry: { capacity: { max: " + max + " } }\ntls:");
    }

    @Test
    void fails_newGatewaySubnetTooSmall() {
        String made = subnets().replace(VNET + "/subnets/SMGateway", "{ cidr: 10.30.4.0/27 }");
        assertThat(told(existing(made)))
                .containsExactly(
                        "azure.network.existing.gatewaySubnet.cidr: got 10.30.4.0/27, must be /26 or larger, so that"
                                + " the gateway has room to grow; widen it (live.yaml:28:347)");
        assertThat(told(existing(made.replace("/27", "/26")))).isEmpty();
    }

    @Test
    void fails_zoneThatIsNotMySqls() {
        assertThat(told(existing(
                        subnets() + ", privateDnsZone: " + GROUP + "Microsoft.Network/privateDnsZones/db.example.com")))
                .singleElement()
                .asString()
                .startsWith("azure.network.existing.privateDnsZone: got ")
                .contains(
                        "db.example.com, must be a zone whose name ends with .mysql.database.azure.com, as MySQL asks; take such"
                                + " a zone, or remove the key: the deployment makes one (live.yaml:28:");
    }

    @Test
    void fails_namesThatTheControllerDoesNotLookFor() {
        assertThat(told(existing(subnets().replace("live-eastus-vnet", "corp"))))
                .containsExactly(
                        "azure.network.existing.vnet: got corp, must be named live-eastus-vnet, by which the Stream"
                                + " Managers find it; set azure.resourcePrefix to the network's first part, or make a network of that"
                                + " name (live.yaml:28:26)");
        assertThat(told(existing(subnets().replace("subnets/default", "subnets/servers"))))
                .containsExactly(
                        "azure.network.existing.serverSubnet: got servers, must be named default, by which the Stream"
                                + " Managers find it, where nodes are in it; make a subnet of that name, and give it as"
                                + " nodeSubnet (live.yaml:28:166)");
        assertThat(told(existing(subnets().replace("subnets/default", "subnets/managers") + ", nodeSubnet: " + VNET
                        + "/subnets/nodes")))
                .singleElement()
                .asString()
                .startsWith("azure.network.existing.nodeSubnet: got nodes, must be named default, by which the Stream");
        assertThat(told(existing(subnets().replace("subnets/default", "subnets/managers") + ", nodeSubnet: " + VNET
                        + "/subnets/default")))
                .isEmpty();
        assertThat(told(existing(subnets().replace("resourceGroups/red5", "resourceGroups/hub"))))
                .containsExactly(
                        "azure.network.existing.vnet: got " + VNET.replace("resourceGroups/red5", "resourceGroups/hub")
                                + ", must be of azure.subscription, in azure.resourceGroup (red5), where the Stream Managers look for"
                                + " it; deploy into the network's group, or make a network in this one (live.yaml:28:26)");
    }

    @Test
    void check_networkOfAPrefix_passes() {
        String text = existing(subnets().replace("live-eastus-vnet", "corp-eastus-vnet"));
        assertThat(told(Live.change(text, "  location: eastus\n", "  location: eastus\n  resourcePrefix: corp\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regions: [us-east-1] | nodes.regions[0]: got us-east-1, must be a location of Azure, such as eastus",
                "regions: [eastus, eastus] | nodes.regions[1]: got eastus twice, must be given once",
                "regions: [westus] | warning: nodes.regions[0]: got westus, must be a location that holds live-westus-vnet, live-westus-nsg and the image red5pro-node-11-westus-img; make them there: the deployment makes them in eastus alone"
            })
    void fails_locationOfNodes(String line, String message) {
        assertThat(told(nodes(line))).singleElement().asString().startsWith(message + " (live.yaml:16:");
    }

    @Test
    void fails_nodesThatCannotReachTheirWayIn() {
        assertThat(told(nodes("regions: [westus]") + "entry: { nodePath: { internal: {} } }\n"))
                .containsExactly(
                        "nodes.regions[0]: got westus, must be azure.location (eastus) with entry.nodePath: internal,"
                                + " which nodes elsewhere cannot reach; remove it, or set entry.nodePath: {https: {}}"
                                + " (live.yaml:16:13)");
    }

    @Test
    void fails_certificateOfAnotherVault() {
        String text = with("https://live-vault.", "https://other-vault.");
        assertThat(told(text))
                .containsExactly(
                        "tls.keyVaultSecret: got a secret of other-vault, must be of azure.keyVault (live-vault), which"
                                + " the gateway is let into; correct one of them, or give azure.gatewayIdentity, which may read it"
                                + " already (live.yaml:12:8)");
        String identity = "  gatewayIdentity: " + GROUP + "Microsoft.ManagedIdentity/userAssignedIdentities/gateway\n";
        assertThat(told(Live.change(text, "  controller:\n", identity + "  controller:\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://live-vault.vault.azure.net/secrets/live/0123456789abcdef0123456789abcdef",
                "https://live--vault.vault.azure.net/secrets/live",
                "https://lv.vault.azure.net/secrets/live",
                "http://live-vault.vault.azure.net/secrets/live",
                "https://live-vault.example.com/secrets/live",
                "https://live-vault.vault.azure.cn/secrets/live",
                "https://live-vault.vault.azure.net/certificates/live"
            })
    void fails_certificateThatIsNoSecretsUrl(String url) {
        assertThat(told(with("https://live-vault.vault.azure.net/secrets/live-example-com", url)))
                .singleElement()
                .asString()
                .contains(
                        "must be the URL of a secret without its version, https://VAULT.vault.azure.net/secrets/NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live--vault", "lv", "1vault", "a-vault-of-25-characters-x"})
    void fails_vaultThatCannotBe(String vault) {
        assertThat(told(with("vaults/live-vault", "vaults/" + vault))).anySatisfy(message -> assertThat(message)
                .startsWith("azure.keyVault.id: got ")
                .contains("must be a key vault's id, "));
    }

    @Test
    void fails_gatewayWithoutFirewall() {
        assertThat(told(top("entry: { sku: Standard_v2 }")))
                .containsExactly(
                        "entry.sku: got Standard_v2, must be WAF_v2, since a gateway without a firewall leaves the admin"
                                + " API open to everybody; remove the key, or say so: entry.adminFrom: [0.0.0.0/0] (live.yaml:29:10)");
        assertThat(told(top("entry: { sku: Standard_v2, adminFrom: [0.0.0.0/0] }")))
                .isEmpty();
    }

    @Test
    void fails_adminOpenToTheWorldWithAFirewall() {
        assertThat(told(top("entry: { adminFrom: [0.0.0.0/0] }")))
                .containsExactly(
                        "entry.adminFrom[0]: got 0.0.0.0/0, which is the whole internet, must be a range of your own, /8"
                                + " or smaller; give the addresses that need it (live.yaml:29:22)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sku: Standard | sku: got Standard, must be WAF_v2 or Standard_v2; did you mean Standard_v2?",
                "capacity: { min: 0 } | capacity.min: got 0, must be 1 to 100",
                "capacity: { max: 126 } | capacity.max: got 126, must be 2 to 125",
                "capacity: { min: 11 } | capacity.max: got 10, must be at least min (11); raise max or lower min",
                "sessionTimeout: 25h | sessionTimeout: got 25h, must be 1s to 24h",
                "drain: 0s | drain: got 0s with webrtc: true, must be 1h, the longest, or sessions are cut when a server leaves; leave the key out",
                "address: 203.0.113.7 | address: got 203.0.113.7, must be a public address's id, /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Network/publicIPAddresses/NAME"
            })
    void fails_entry(String entry, String message) {
        assertThat(told(top("entry: { " + entry + " }")))
                .singleElement()
                .asString()
                .startsWith("entry." + message + " (live.yaml:29:");
    }

    @Test
    void warns_shortSessions() {
        assertThat(told(top("entry: { sessionTimeout: 30s }")))
                .containsExactly(
                        "warning: entry.sessionTimeout: got 30s with webrtc: true, must be at least 1h, or silent"
                                + " WebSockets are cut; leave the key out for the longest that the cloud allows (live.yaml:29:10)");
    }

    @Test
    void warns_sshFromTheInternet() {
        assertThat(told(tier("sshFrom: [203.0.113.0/24]")))
                .containsExactly(
                        "warning: streamManager.sshFrom[0]: got 203.0.113.0/24 with publicAddress: false, must be a"
                                + " private range, or publicAddress: true; use Azure Bastion, or come by a VPN's private addresses"
                                + " (live.yaml:11:13)");
    }

    @Test
    void fails_whatIsInAGroupThatIsToBeMade() {
        assertThat(told(with("{ existing: red5 }", "{ create: RED5 }")))
                .containsExactly(
                        "streamManager.image.id: got " + GROUP
                                + "Microsoft.Compute/images/sm-11, must be elsewhere than in the"
                                + " group RED5, which the deployment makes; set azure.resourceGroup: {existing: RED5}, or make"
                                + " another group (live.yaml:7:12)",
                        "azure.keyVault.id: got " + GROUP
                                + "Microsoft.KeyVault/vaults/live-vault, must be elsewhere than in the"
                                + " group RED5, which the deployment makes; set azure.resourceGroup: {existing: RED5}, or make"
                                + " another group (live.yaml:23:15)");
        assertThat(told(with("{ existing: red5 }", "{ create: dns }")
                        + "dns: { zone: example.com, resourceGroup: dns }\n"))
                .containsExactly(
                        "dns.resourceGroup: got dns, must be elsewhere than in the group dns, which the deployment makes;"
                                + " set azure.resourceGroup: {existing: dns}, or make another group (live.yaml:29:27)");
        assertThat(told(with("{ existing: red5 }", "{ create: live }"))).isEmpty();
    }
}
