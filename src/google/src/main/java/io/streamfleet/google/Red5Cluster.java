package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Builds a whole Red5 Pro cluster from a plan: Stream Managers that Google scales in each region, their one way in, their
 * database, and what they need to launch streaming nodes.
 *
 * <p>Creates what {@link Network}, {@link Database}, {@link ServerIdentity}, {@link ServerTemplate}, {@link ServerGroup},
 * {@link HttpsEntry}, {@link NodeEntry}, {@link NodeFleet}, {@link Notifications} and {@link DnsName} say, where nothing is
 * given in their place, with the description's tags as labels. Opens the plan's flows and nothing else. The tier's secret
 * exists beforehand, in the same project: servers read it at boot by its name, and Terraform reads the database's password
 * in it. Costs what the plan's {@link ClusterPlan#costs()} list.
 */
public final class Red5Cluster extends Construct {
    private final Red5ClusterProps props;
    private final ClusterPlan plan;
    private final Red5Props planned;
    private final TierPlan tier;
    private final INetwork network;
    private final IDatabase database;
    private final ServerIdentity identity;
    private final NodeFleet nodes;
    private final HealingCheck healing;
    private final Map<String, ServerGroup> managers;
    private final HttpsEntry entry;
    private final Optional<NodeEntry> nodeEntry;
    private final DatabaseAccess databaseAccess;
    private final FlowRules flows;
    private final Optional<DnsName> dnsName;
    private final Optional<Notifications> notifications;

    /**
     * Builds the cluster.
     *
     * @param scope what the cluster belongs to
     * @param id name within the scope
     * @param props its plan, and what is there already
     */
    public Red5Cluster(Construct scope, String id, Red5ClusterProps props) {
        super(scope, id);
        this.props = props;
        plan = props.plan();
        planned = new Red5Props(plan);
        tier = plan.tier(Red5.STREAM_MANAGER);
        network = props.network().orElseGet(this::createNetwork);
        database = props.database().orElseGet(this::createDatabase);
        identity = new ServerIdentity(this, "Identity", planned.identity());
        letServersReadSecrets();
        letIdleServersRetire();
        nodes = new NodeFleet(this, "Nodes", planned.nodes(identity));
        healing = new HealingCheck(this, "Healing", planned.healing());
        managers = createManagers();
        entry = createEntry();
        nodeEntry = plan.entry().hasNodeEntry() ? Optional.of(createNodeEntry()) : Optional.empty();
        databaseAccess = openDatabase();
        flows = openFlows();
        managers.values().forEach(group -> group.startAfter(whatServersNeed()));
        dnsName = plan.spec().dns().map(dns -> new DnsName(this, "DnsName", planned.dnsName(dns, entry.address())));
        notifications = tier.tier().notifications().map(this::tell);
    }

    /** Returns the plan. */
    public ClusterPlan plan() {
        return plan;
    }

    /** Returns the network. */
    public INetwork network() {
        return network;
    }

    /** Returns the database. */
    public IDatabase database() {
        return database;
    }

    /** Returns who the Stream Managers are. */
    public ServerIdentity identity() {
        return identity;
    }

    /** Returns what the Stream Managers launch nodes with. */
    public NodeFleet nodes() {
        return nodes;
    }

    /** Returns the check that tells which Stream Managers must be replaced. */
    public HealingCheck healing() {
        return healing;
    }

    /** Returns the groups of Stream Managers, by region. */
    public Map<String, ServerGroup> managers() {
        return managers;
    }

    /** Returns the public way in. */
    public HttpsEntry entry() {
        return entry;
    }

    /** Returns the nodes' own way in; none where they use the public one. */
    public Optional<NodeEntry> nodeEntry() {
        return nodeEntry;
    }

    /** Returns what opens the database. */
    public DatabaseAccess databaseAccess() {
        return databaseAccess;
    }

    /** Returns the rules of the plan's flows. */
    public FlowRules flows() {
        return flows;
    }

    /** Returns the record of the domain; none where the description names no zone. */
    public Optional<DnsName> dnsName() {
        return dnsName;
    }

    /** Returns what tells someone of the groups; none where the description names nobody. */
    public Optional<Notifications> notifications() {
        return notifications;
    }

    private INetwork createNetwork() {
        GoogleNetwork described = ((Google) plan.spec().cloud()).network();
        if (described instanceof GoogleNetwork.Create create) {
            return new Network(this, "Network", planned.network(create));
        }
        return Network.fromAttributes(this, "Network", planned.network((GoogleNetwork.Existing) described));
    }

    private IDatabase createDatabase() {
        return plan.database()
                .orElseThrow()
                .database()
                .either(create -> new Database(this, "Database", planned.database(create, network)), existing -> {
                    keepFormerDatabase();
                    return Database.fromDatabaseAttributes(planned.database(existing));
                });
    }

    private void keepFormerDatabase() {
        if (plan.spec().protect()) {
            Database.keepUser(this, "Database");
        }
    }

    private void letServersReadSecrets() {
        identity.letRead("TierSecret", tier.secretName());
    }

    private void letIdleServersRetire() {
        if (tier.tier().drain().retireAfter().isPresent()) {
            identity.letRetire(((Google) plan.spec().cloud()).project(), plan.name());
        }
    }

    private Map<String, ServerGroup> createManagers() {
        // One image for all regions: images are global, and each is made once.
        ServerImage image = ServerImage.fromId(
                planned.image().imageId(this, planned.servers(), plan.spec().tags()));
        String startupScript = TerraformText.of(
                tier.document().fitting().text(), CloudValues.of(Map.of(CloudValues.DATABASE_HOST, database.host())));
        var groups = new LinkedHashMap<String, ServerGroup>();
        for (String region : planned.regions()) {
            var template = new ServerTemplate(
                    this,
                    "ServerTemplate-" + region,
                    planned.template(region, network, image, identity, startupScript));
            groups.put(
                    region, new ServerGroup(this, "Managers-" + region, planned.managers(network, template, healing)));
        }
        return Collections.unmodifiableMap(groups);
    }

    private List<IServerGroup> groups() {
        return List.copyOf(managers.values());
    }

    private HttpsEntry createEntry() {
        return new HttpsEntry(
                this,
                "Entry",
                planned.entry(groups(), props.certificate().orElseGet(planned::certificate), props.paths()));
    }

    private NodeEntry createNodeEntry() {
        return new NodeEntry(this, "NodeEntry", planned.nodeEntry(network, groups()));
    }

    private DatabaseAccess openDatabase() {
        return new DatabaseAccess(
                this,
                "DatabaseAccess",
                DatabaseAccessProps.builder()
                        .database(database)
                        .network(network)
                        .build());
    }

    private FlowRules openFlows() {
        Map<Party, FlowPeer> peers = new LinkedHashMap<>();
        peers.put(Party.ENTRY, entry.peer());
        nodeEntry.ifPresent(own -> peers.put(Party.NODE_ENTRY, own.peer()));
        peers.put(tier.party(), FlowPeer.servers(identity));
        peers.put(Party.NODES, nodes.peer());
        peers.put(Party.DATABASE, FlowPeer.at(database.host()));
        return new FlowRules(
                this,
                "Flows",
                FlowRulesProps.builder()
                        .name(plan.name())
                        .network(network)
                        .flows(plan.flows())
                        .peers(peers)
                        .build());
    }

    /**
     * The database's user, leave to read the secret and to launch nodes, and open ways: no attribute refers to them, and a
     * server that starts without them waits, or fails. Not the load balancers, which refer to the groups.
     */
    private List<ITerraformDependable> whatServersNeed() {
        List<ITerraformDependable> needed = new ArrayList<>();
        needed.addAll(database.ready());
        needed.addAll(identity.permissions());
        needed.addAll(nodes.grants());
        needed.addAll(flows.ingress());
        needed.addAll(flows.egress());
        return needed;
    }

    private Notifications tell(io.streamfleet.core.spec.Notifications described) {
        String email = ((io.streamfleet.core.spec.Notifications.Email) described).address();
        return new Notifications(this, "Notifications", planned.notifications(email, groups()));
    }
}
