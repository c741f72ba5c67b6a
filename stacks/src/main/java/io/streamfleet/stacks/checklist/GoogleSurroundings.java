package io.streamfleet.stacks.checklist;

import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleDns;
import io.streamfleet.core.spec.GoogleEntry;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tls;
import java.util.List;
import java.util.Optional;

/** What stands around a deployment on Google Cloud: certificate, zone, network, database, address, quotas. */
final class GoogleSurroundings implements Surroundings {
    private static final int ADDRESSES_OF_A_RULE = 4;

    private final Subject subject;
    private final GoogleCli cli;
    private final Google google;

    GoogleSurroundings(Subject subject, GoogleCli cli) {
        this.subject = subject;
        this.cli = cli;
        this.google = (Google) subject.plan().spec().cloud();
    }

    @Override
    public void certificate(Item.Builder item) {
        String domain = subject.domain();
        if (subject.plan().spec().tls() instanceof Tls.SslCertificate certificate) {
            String name = certificate.name();
            item.words("This must print a date to come and names that cover " + domain + ":")
                    .command(cli.command("compute ssl-certificates describe " + name + " --global"
                            + GoogleCli.printing("expireTime", "subjectAlternativeNames")))
                    .words("Where there is none yet, of a chain and its key, the host's own certificate first:")
                    .command(cli.command("compute ssl-certificates create " + name
                            + " --global --certificate fullchain.pem --private-key privkey.pem"));
            return;
        }
        item.words("Google issues it after the deployment, once " + domain + " leads to the entry's address, and"
                        + " renews it as long as it does. Until then, an hour at most as a rule, HTTPS does not answer."
                        + " After the deployment this must come to print ACTIVE for " + domain + ":")
                .command(cli.command("compute ssl-certificates list --global"
                        + GoogleCli.printing("name", "managed.status", "managed.domainStatus")))
                .words("Where the domain has CAA records, they must allow pki.goog:")
                .command("dig +short CAA " + domain);
    }

    @Override
    public void zone(Item.Builder item, Dns dns) {
        String zone = dns.zone();
        GoogleDns onGoogle = (GoogleDns) dns.onCloud();
        String project = onGoogle.project().orElse(google.project());
        item.words("This must print " + zone + ". and public:")
                .command(cli.inProject(
                        project,
                        "dns managed-zones describe " + onGoogle.managedZone()
                                + GoogleCli.printing("dnsName", "visibility")))
                .words("And these two must print the same names, else the zone is not delegated:")
                .command(cli.inProject(
                        project,
                        "dns managed-zones describe " + onGoogle.managedZone() + GoogleCli.printing("nameServers")))
                .command("dig +short NS " + zone)
                .words("Where there is no zone yet:")
                .command(cli.inProject(
                        project,
                        "dns managed-zones create " + onGoogle.managedZone() + " --dns-name " + zone
                                + ". --visibility public --description streamfleet"));
    }

    @Override
    public Optional<Item> network() {
        if (!(google.network() instanceof GoogleNetwork.Existing existing)) {
            return Optional.empty();
        }
        String project = existing.project();
        Item.Builder item = Item.about("The network " + subject.fleet().networkName())
                .words("The nodes are launched into its own subnetworks of " + GoogleNetwork.NODES
                        + ", so this must print True:")
                .command(cli.inProject(
                        project,
                        "compute networks describe " + existing.name() + GoogleCli.printing("autoCreateSubnetworks")))
                .words(
                        "The Stream Managers' subnetworks must be of this network, outside of that range, and have private"
                                + " access to Google's APIs (True)"
                                + (existing.nat() ? "" : ", and they must reach out by a NAT gateway of yours") + ":");
        existing.subnetworks().forEach((region, path) -> item.command(subnetwork(region, path)));
        neighbours(item, existing);
        if (subject.createdDatabase()
                .filter(create -> create.access() == DatabaseAccess.PRIVATE)
                .isPresent()) {
            peering(item, project, existing.name());
        }
        return Optional.of(item.build());
    }

    /** The controller gives nodes neither tags nor an account of their own, so rules know them by their addresses alone. */
    private void neighbours(Item.Builder item, GoogleNetwork.Existing existing) {
        String ofNetwork = " | awk -F '\\t' '$2 == \"" + existing.name() + "\"'";
        item.words(
                        "Firewall rules know nodes by their range alone: the ports of nodes will be open to the internet on whatever"
                                + " stands in " + GoogleNetwork.NODES
                                + " of this network and has a public address. Of this, nothing"
                                + " but nodes may stand there:")
                .command(cli.inProject(
                                existing.project(),
                                "compute instances list --flatten 'networkInterfaces[]'"
                                        + GoogleCli.printing(
                                                "name",
                                                "networkInterfaces.network.basename()",
                                                "networkInterfaces.networkIP"))
                        + ofNetwork)
                .words(
                        "And rules of yours hold for nodes as well. Of this, none may let in what nodes must not, such as"
                                + " default-allow-ssh of the network default, which lets the internet try SSH:")
                .command(cli.inProject(
                                existing.project(),
                                "compute firewall-rules list"
                                        + GoogleCli.printing(
                                                "name",
                                                "network.basename()",
                                                "direction",
                                                "sourceRanges.list()",
                                                "allowed[].map().firewall_rule().list()"))
                        + ofNetwork);
    }

    private String subnetwork(String region, String path) {
        String[] parts = path.split("/");
        return cli.inProject(
                parts[1],
                "compute networks subnets describe " + parts[5] + " --region " + region
                        + GoogleCli.printing("network.basename()", "ipCidrRange", "privateIpGoogleAccess"));
    }

    private void peering(Item.Builder item, String project, String network) {
        String range = "google-managed-services-" + network;
        item.words("A private database stands in Google's network, to which this one must be connected; this must print"
                        + " servicenetworking-googleapis-com:")
                .command(cli.inProject(
                        project, "services vpc-peerings list --network " + network + GoogleCli.printing("peering")))
                .words("Else:")
                .command(cli.inProject(
                        project,
                        "compute addresses create " + range
                                + " --global --purpose VPC_PEERING --prefix-length 20 --network " + network))
                .command(cli.inProject(
                        project,
                        "services vpc-peerings connect --service servicenetworking.googleapis.com --ranges " + range
                                + " --network " + network));
    }

    @Override
    public void database(Item.Builder item, Database.Existing existing) {
        item.words("It must let the Stream Managers in: from their subnetworks where it is reached in the network, else"
                + " from the addresses of the output nat_addresses.");
    }

    @Override
    public List<Item> others() {
        return address().stream().toList();
    }

    private Optional<Item> address() {
        return ((GoogleEntry) subject.plan().entry().entry().onCloud())
                .address()
                .map(address -> Item.about("The address " + address)
                        .words("A global one, in the deployment's project; this must print its name and RESERVED:")
                        .command(cli.command("compute addresses list --global --filter address=" + address
                                + GoogleCli.printing("name", "status")))
                        .build());
    }

    @Override
    public Item quotas() {
        Item.Builder item = Item.about("Quotas")
                .words(Red5Words.most(subject)
                        + (google.regions().size() > 1 ? " The servers are of each region." : "")
                        + " Usage and limits, of CPUs by the machine types' families:");
        for (String region : google.regions()) {
            item.command(quotas("compute regions describe " + region, "CPUS|ADDRESSES|INSTANCE_GROUP|TOTAL_GB"));
        }
        return item.words(
                        "And of the project, a new one of which may have none of Cloud Armor's: SECURITY_POLICIES needs room"
                                + " for 1, SECURITY_POLICY_CEVAL_RULES for " + rulesOfPaths() + ":")
                .command(quotas(
                        "compute project-info describe",
                        "CPUS|NETWORKS|FIREWALLS|BACKEND_SERVICES|ROUTERS|SECURITY_POLIC|SSL_CERTIFICATES"))
                .build();
    }

    /** Each has an expression, which counts apart from a policy's other rules. */
    private int rulesOfPaths() {
        Red5 red5 = (Red5) subject.plan().spec().product();
        return StreamManagerPaths.rules(
                        red5.streamManager().api(),
                        subject.plan().entry().entry().adminFrom(),
                        !subject.plan().entry().hasNodeEntry())
                .stream()
                .mapToInt(rule -> rule.split(ADDRESSES_OF_A_RULE).size())
                .sum();
    }

    private String quotas(String of, String which) {
        return cli.command(of + " --flatten quotas --format 'csv[no-heading](quotas.metric,quotas.usage,quotas.limit)'"
                + " | grep -E '" + which + "'");
    }
}
