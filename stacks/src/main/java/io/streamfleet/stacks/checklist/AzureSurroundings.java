package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureDns;
import io.streamfleet.core.spec.AzureEntry;
import io.streamfleet.core.spec.AzureExistingDatabase;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Tls;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What stands around a deployment on Azure: certificate, zone, network, database, address, quotas. */
final class AzureSurroundings implements Surroundings {
    private final Subject subject;
    private final AzureCli cli;
    private final Azure azure;

    AzureSurroundings(Subject subject, AzureCli cli) {
        this.subject = subject;
        this.cli = cli;
        this.azure = (Azure) subject.plan().spec().cloud();
    }

    @Override
    public void certificate(Item.Builder item) {
        Tls.KeyVaultSecret secret = (Tls.KeyVaultSecret) subject.plan().spec().tls();
        String certificate = " --vault-name " + secret.vault() + " --name " + secret.name();
        String pfx = subject.name() + ".pfx";
        item.words("In the key vault, with its key; this must print true and a date to come:")
                .command(cli.command("keyvault certificate show" + certificate
                        + AzureCli.printing("attributes.enabled", "attributes.expires")))
                .words(
                        "Where there is none yet, of a chain and its key, the host's own certificate first. The gateway takes"
                                + " each one that is imported later, within four hours:")
                .command("./streamfleet certificate pfx --for " + subject.file()
                        + " --chain fullchain.pem --key privkey.pem -o " + pfx)
                .command(cli.command("keyvault certificate import" + certificate + " --file " + pfx + " --output none"))
                .command("rm " + pfx);
        azure.gatewayIdentity().ifPresent(id -> given(item, secret, id));
    }

    private void given(Item.Builder item, Tls.KeyVaultSecret secret, String identity) {
        String principal = "\"$("
                + cli.global("identity show --ids " + Shell.word(identity) + AzureCli.printing("principalId")) + ")\"";
        if (secret.vault().equalsIgnoreCase(azure.keyVault().name())) {
            item.words("The gateway reads it as the identity that the description names, which must be allowed to:")
                    .command(AzureVault.letRead(azure.keyVault(), secret.name(), principal));
        } else {
            item.words("The gateway reads it as the identity that the description names; whoever keeps the key vault "
                    + secret.vault() + " must allow it to read the secret " + secret.name() + ": " + identity);
        }
    }

    @Override
    public void zone(Item.Builder item, Dns dns) {
        String zone = dns.zone();
        AzureDns onAzure = (AzureDns) dns.onCloud();
        String of = " --resource-group " + Shell.word(onAzure.resourceGroup()) + " --name " + zone;
        item.words("These two must print the same names, else the zone is not there or not delegated:")
                .command(cli.command("network dns zone show" + of + AzureCli.printing("nameServers[]")))
                .command("dig +short NS " + zone)
                .words("Where there is no zone yet:")
                .command(cli.command("network dns zone create" + of));
    }

    @Override
    public Optional<Item> network() {
        if (!(azure.network() instanceof AzureNetwork.Existing existing)) {
            return Optional.empty();
        }
        Item.Builder item = Item.about("The network " + subject.fleet().networkName())
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
                            "The gateway's subnet must be delegated, hold gateways alone, be /26 or larger, and send nothing elsewhere"
                                    + " by a route table. Its security group, if it has one, must let in 443"
                                    + (subject.plan().entry().entry().redirectHttp() ? " and 80" : "")
                                    + " from the internet, 65200-65535 from GatewayManager, and AzureLoadBalancer. This must print"
                                    + " Microsoft.Network/applicationGateways, and those two where there are some:")
                    .command(subnet(
                            given.id(), "delegations[0].serviceName", "networkSecurityGroup.id", "routeTable.id"));
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

    @Override
    public void database(Item.Builder item, Database.Existing existing) {
        ((AzureExistingDatabase) existing.onCloud())
                .server()
                .ifPresentOrElse(
                        server -> item.words(
                                        "The deployment adds a rule to its firewall for the address that the Stream"
                                                + " Managers reach out from. This must print its host and Enabled, else it has no"
                                                + " such firewall:")
                                .command(cli.global("mysql flexible-server show --ids " + Shell.word(server)
                                        + AzureCli.printing(
                                                "fullyQualifiedDomainName", "network.publicNetworkAccess"))),
                        () -> item.words(
                                "It must let the Stream Managers in: from their subnet where it is reached in the"
                                        + " network, else from the addresses that they reach out from."));
    }

    @Override
    public List<Item> others() {
        return address().stream().toList();
    }

    private Optional<Item> address() {
        return ((AzureEntry) subject.plan().entry().entry().onCloud()).address().map(id -> Item.about(
                        "The public address")
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

    @Override
    public Item quotas() {
        String location = " --location " + azure.location();
        Item.Builder item = Item.about("Quotas and sizes")
                .words(Red5Words.most(subject) + " Usage and limits, of vCPUs by the sizes' families:")
                .command(cli.command("vm list-usage" + location + " --output table"))
                .command(cli.command("network list-usages" + location
                        + AzureCli.printing("[?contains(name.value,'PublicIP')].[name.value,currentValue,limit]")))
                .words("These must print each size without a restriction (None)"
                        + ("; that of the Stream Managers, "
                                + subject.tier().tier().instanceType() + ", with True, for encryption at its host:"));
        TreeSet<String> sizes = new TreeSet<>();
        sizes.add(subject.tier().tier().instanceType());
        subject.fleet().nodes().roles().values().stream()
                .map(NodeTarget::instanceType)
                .forEach(sizes::add);
        sizes.forEach(
                size -> item.command(
                        cli.command(
                                "vm list-skus" + location + " --resource-type virtualMachines --size "
                                        + size
                                        + AzureCli.printing(
                                                "[?name=='" + size
                                                        + "'].[name,restrictions[0].reasonCode,capabilities[?name=='EncryptionAtHostSupported']|[0].value]"))));
        subject.createdDatabase().ifPresent(create -> item.words("And this " + create.instanceType() + ":")
                .command(cli.command("mysql flexible-server list-skus" + location + " --output json") + " | grep -o "
                        + create.instanceType() + " | head -n 1"));
        return item.build();
    }
}
