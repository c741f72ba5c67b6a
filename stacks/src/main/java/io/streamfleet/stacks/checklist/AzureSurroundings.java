package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureDns;
import io.streamfleet.core.spec.AzureEntry;
import io.streamfleet.core.spec.AzureExistingDatabase;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Tls;
import java.util.Optional;
import java.util.TreeSet;

/** What stands around a deployment on Azure: certificate, zone, network, database, address, quotas. */
final class AzureSurroundings {
    private final AzureCli cli;
    private final ClusterPlan plan;
    private final Azure azure;
    private final String file;

    AzureSurroundings(AzureCli cli, ClusterPlan plan, Azure azure, String file) {
        this.cli = cli;
        this.plan = plan;
        this.azure = azure;
        this.file = file;
    }

    Item certificate() {
        Tls.KeyVaultSecret secret = (Tls.KeyVaultSecret) plan.spec().tls();
        String certificate = " --vault-name " + secret.vault() + " --name " + secret.name();
        String pfx = plan.name() + ".pfx";
        Item.Builder item = Item.about("The certificate")
                .words("In the key vault, with its key; this must print true and a date to come:")
                .command(cli.command("keyvault certificate show" + certificate
                        + AzureCli.printing("attributes.enabled", "attributes.expires")))
                .words(
                        "Where there is none yet, of a chain and its key, the host's own certificate first. The gateway takes"
                                + " each one that is imported later, within four hours:")
                .command("./streamfleet certificate pfx --for " + file + " --chain fullchain.pem --key privkey.pem -o "
                        + pfx)
                .command(cli.command("keyvault certificate import" + certificate + " --file " + pfx + " --output none"))
                .command("rm " + pfx);
        return azure.gatewayIdentity().map(id -> given(item, id)).orElse(item).build();
    }

    private Item.Builder given(Item.Builder item, String identity) {
        String principal = "\"$("
                + cli.global("identity show --ids " + Shell.word(identity) + AzureCli.printing("principalId")) + ")\"";
        return item.words("The gateway reads it as the identity that the description names, which must be allowed to:")
                .command(AzureVault.letRead(azure.keyVault(), principal, "ServicePrincipal"));
    }

    Item zone() {
        Item.Builder item = Item.about("The name " + plan.spec().domain());
        if (plan.spec().dns().isEmpty()) {
            return item.words("No dns in the description: after the deployment an output says which record to create.")
                    .build();
        }
        String zone = plan.spec().dns().get().zone();
        AzureDns dns = (AzureDns) plan.spec().dns().get().onCloud();
        String of = " --resource-group " + Shell.word(dns.resourceGroup()) + " --name " + zone;
        return item.words("These two must print the same names, else the zone is not there or not delegated:")
                .command(cli.command("network dns zone show" + of + AzureCli.printing("nameServers[]")))
                .command("dig +short NS " + zone)
                .words("Where there is no zone yet:")
                .command(cli.command("network dns zone create" + of))
                .build();
    }

    Optional<Item> network(FleetPlan fleet) {
        if (!(azure.network() instanceof AzureNetwork.Existing existing)) {
            return Optional.empty();
        }
        Item.Builder item = Item.about("The network " + fleet.networkName())
                .words("This must print " + azure.location() + ":")
                .command(cli.global(
                        "network vnet show --ids " + Shell.word(existing.vnet()) + AzureCli.printing("location")))
                .words(
                        "The servers' subnet must reach out by a NAT gateway or a firewall of yours, and have room for all of"
                                + " them. It needs no security group, since servers and nodes have their own; where it has one, that"
                                + " must let through what the plan lists:")
                .command(subnet(existing.serverSubnet(), "natGateway.id", "networkSecurityGroup.id"));
        existing.nodeSubnet().filter(id -> !id.equals(existing.serverSubnet())).ifPresent(id -> item.words(
                        "The nodes' subnet must have no NAT gateway, which would take what nodes send to clients as well:")
                .command(subnet(id, "natGateway.id", "networkSecurityGroup.id")));
        if (existing.gatewaySubnet() instanceof AzureNetwork.GatewaySubnet.Id given) {
            item.words(
                            "The gateway's subnet must hold gateways alone, be /26 or larger, and send nothing elsewhere by a route"
                                    + " table. Its security group, if it has one, must let in 443"
                                    + (plan.entry().entry().redirectHttp() ? " and 80" : "")
                                    + " from the internet, 65200-65535 from GatewayManager, and AzureLoadBalancer:")
                    .command(subnet(given.id(), "networkSecurityGroup.id", "routeTable.id"));
        }
        existing.databaseSubnet().ifPresent(id -> item.words(
                        "The database's subnet must be delegated; this must print Microsoft.DBforMySQL/flexibleServers:")
                .command(subnet(id, "delegations[0].serviceName")));
        existing.privateDnsZone().ifPresent(id -> zoneOfDatabase(item, id));
        return Optional.of(item.build());
    }

    private void zoneOfDatabase(Item.Builder item, String id) {
        String[] path = id.split("/");
        item.words("And its private zone linked to the network, whose id must be among these:")
                .command(new AzureCli(path[2])
                        .command("network private-dns link vnet list --resource-group " + Shell.word(path[4])
                                + " --zone-name " + path[8] + AzureCli.printing("[].virtualNetwork.id")));
    }

    private String subnet(String id, String... fields) {
        return cli.global("network vnet subnet show --ids " + Shell.word(id) + AzureCli.printing(fields));
    }

    Optional<Item> database() {
        if (!(plan.database().orElseThrow().database() instanceof Database.Existing existing)) {
            return Optional.empty();
        }
        Item.Builder item = Red5Words.existingDatabase(
                existing, plan.database().orElseThrow().schema());
        Optional<String> server = ((AzureExistingDatabase) existing.onCloud()).server();
        if (server.isEmpty()) {
            return Optional.of(
                    item.words("It must let the Stream Managers in: from their subnet where it is reached in the"
                                    + " network, else from the addresses that they reach out from.")
                            .build());
        }
        return Optional.of(item.words(
                        "The deployment adds a rule to its firewall for the address that the Stream Managers"
                                + " reach out from. This must print its host and Enabled, else it has no such firewall:")
                .command(cli.global("mysql flexible-server show --ids " + Shell.word(server.get())
                        + AzureCli.printing("fullyQualifiedDomainName", "network.publicNetworkAccess")))
                .build());
    }

    Optional<Item> address() {
        return ((AzureEntry) plan.entry().entry().onCloud()).address().map(id -> Item.about("The public address")
                .words("This must print Standard, Static, "
                        + (azure.zones().isEmpty() ? "no zones" : "the zones of the description")
                        + " and 30, the longest that Azure keeps silent connections:")
                .command(cli.global("network public-ip show --ids " + Shell.word(id)
                        + AzureCli.printing(
                                "sku.name",
                                "publicIPAllocationMethod",
                                "zones[0]",
                                "zones[1]",
                                "zones[2]",
                                "idleTimeoutInMinutes")))
                .build());
    }

    Item quotas(TierPlan tier, FleetPlan fleet) {
        String location = " --location " + azure.location();
        Item.Builder item = Item.about("Quotas and sizes")
                .words(Red5Words.most(tier, fleet) + " Usage and limits, of vCPUs by the sizes' families:")
                .command(cli.command("vm list-usage" + location + " --output table"))
                .command(cli.command("network list-usages" + location
                        + AzureCli.printing("[?contains(name.value,'PublicIP')].[name.value,currentValue,limit]")))
                .words("These must print each size without a restriction (None)"
                        + ("; that of the Stream Managers, " + tier.tier().instanceType()
                                + ", with True, for encryption at its host:"));
        TreeSet<String> sizes = new TreeSet<>();
        sizes.add(tier.tier().instanceType());
        fleet.nodes().roles().values().stream().map(NodeTarget::instanceType).forEach(sizes::add);
        sizes.forEach(
                size -> item.command(
                        cli.command(
                                "vm list-skus" + location + " --resource-type virtualMachines --size "
                                        + size
                                        + AzureCli.printing(
                                                "[?name=='" + size
                                                        + "'].[name,restrictions[0].reasonCode,capabilities[?name=='EncryptionAtHostSupported']|[0].value]"))));
        if (plan.database().orElseThrow().database() instanceof Database.Create create) {
            item.words("And this " + create.instanceType() + ":")
                    .command(cli.command("mysql flexible-server list-skus" + location + " --output json")
                            + " | grep -o " + create.instanceType() + " | head -n 1");
        }
        return item.build();
    }
}
