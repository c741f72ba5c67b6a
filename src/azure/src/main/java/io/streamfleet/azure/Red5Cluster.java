package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.AzureResourceGroup;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Builds a whole Red5 Pro cluster from a plan: Stream Managers that Azure scales, their way in, their database, and what they
 * need to launch streaming nodes.
 *
 * <p>Creates what {@link Network}, {@link Database}, {@link ServerIdentity}, {@link HttpsEntry}, {@link NodeEntry},
 * {@link ServerTemplate}, {@link ServerGroup}, {@link NodeFleet}, {@link Notifications} and {@link DnsName} say, where nothing
 * is given in their place, with the description's tags; and the resource group, where the description asks for one. Opens the
 * plan's flows and nothing else. The tier's secret exists beforehand, in the description's key vault: servers read it at boot
 * by its name, and Terraform reads the database's password in it. Costs what the plan's {@link ClusterPlan#costs()} list.
 */
public final class Red5Cluster extends Construct {
    private final Red5ClusterProps props;
    private final ClusterPlan plan;
    private final Azure azure;
    private final TierPlan tier;
    private final Optional<ResourceGroup> resourceGroup;
    private final Red5Props planned;
    private final INetwork network;
    private final IDatabase database;
    private final ServerIdentity identity;
    private final HttpsEntry entry;
    private final Optional<NodeEntry> nodeEntry;
    private final ServerTemplate template;
    private final NodeFleet nodes;
    private final DatabaseAccess databaseAccess;
    private final FlowRules flows;
    private final ServerGroup managers;
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
        azure = (Azure) plan.spec().cloud();
        tier = plan.tier(Red5.STREAM_MANAGER);
        resourceGroup = azure.resourceGroup() instanceof AzureResourceGroup.Create
                ? Optional.of(createResourceGroup())
                : Optional.empty();
        planned = new Red5Props(plan, place());
        network = props.network().orElseGet(this::createNetwork);
        database = props.database().orElseGet(this::createDatabase);
        identity = new ServerIdentity(this, "Identity", planned.identity());
        letServersReadSecrets();
        letIdleServersRetire();
        entry = new HttpsEntry(
                this,
                "Entry",
                planned.entry(network, props.certificate().orElseGet(planned::certificate), props.paths()));
        nodeEntry = plan.entry().hasNodeEntry()
                ? Optional.of(new NodeEntry(this, "NodeEntry", planned.nodeEntry(network)))
                : Optional.empty();
        template = createTemplate();
        nodes = new NodeFleet(this, "Nodes", planned.nodes(network, resourceGroupId()));
        databaseAccess = openDatabase();
        flows = openFlows();
        managers = createManagers();
        dnsName = plan.spec().dns().map(dns -> new DnsName(this, "DnsName", planned.dnsName(dns, entry.addressId())));
        notifications = planned.email().map(this::tell);
    }

    /** Returns whether a part of it waits until a role counts, by a resource of the provider hashicorp/time. */
    boolean waitsForRole() {
        return planned.gatewayIdentity().waitsForRole();
    }

    /** Returns the plan. */
    public ClusterPlan plan() {
        return plan;
    }

    /** Returns the resource group; none where it exists. */
    public Optional<ResourceGroup> resourceGroup() {
        return resourceGroup;
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

    /** Returns the public way in. */
    public HttpsEntry entry() {
        return entry;
    }

    /** Returns the nodes' own way in; none where they use the public one. */
    public Optional<NodeEntry> nodeEntry() {
        return nodeEntry;
    }

    /** Returns what the Stream Managers are made of. */
    public ServerTemplate template() {
        return template;
    }

    /** Returns the group of Stream Managers. */
    public ServerGroup managers() {
        return managers;
    }

    /** Returns what the Stream Managers launch nodes with. */
    public NodeFleet nodes() {
        return nodes;
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

    /** Returns what tells someone of the servers; none where the description names nobody. */
    public Optional<Notifications> notifications() {
        return notifications;
    }

    private ResourceGroup createResourceGroup() {
        return ResourceGroup.Builder.create(this, "ResourceGroup")
                .name(TerraformText.literal(azure.resourceGroup().name()))
                .location(azure.location())
                .tags(Tagging.orAbsent(Tagging.AZURE.of(plan.spec().tags())))
                .lifecycle(
                        Lifecycle.DEFAULT.preventDestroy(plan.spec().protect()).toTerraform())
                .build();
    }

    /** Names the group by its resource where that is created, so that all that is in it waits for it. */
    private Place place() {
        String name = resourceGroup
                .map(ResourceGroup::getName)
                .orElseGet(() -> TerraformText.literal(azure.resourceGroup().name()));
        return new Place(name, azure.location(), plan.spec().tags());
    }

    private String resourceGroupId() {
        return resourceGroup
                .map(ResourceGroup::getId)
                .orElseGet(() -> TerraformText.literal("/subscriptions/" + azure.subscription() + "/resourceGroups/"
                        + azure.resourceGroup().name()));
    }

    private INetwork createNetwork() {
        if (azure.network() instanceof AzureNetwork.Create create) {
            return new Network(this, "Network", planned.network(create));
        }
        return Network.fromAttributes(this, "Network", (AzureNetwork.Existing) azure.network());
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
        if (!plan.spec().protect()) {
            return;
        }
        Database.keep(this, "Database");
        if (network instanceof Network own) {
            own.keepDatabaseSubnet();
        }
    }

    private void letServersReadSecrets() {
        identity.letRead("TierSecret", azure.keyVault(), tier.secretName());
    }

    private void letIdleServersRetire() {
        if (tier.tier().drain().retireAfter().isPresent()) {
            identity.letRetire(plan.name(), resourceGroupId());
        }
    }

    private ServerTemplate createTemplate() {
        Map<CloudValue, String> values =
                Map.of(CloudValues.DATABASE_HOST, database.host(), CloudValues.IDENTITY, identity.clientId());
        String customData = TerraformText.of(tier.document().fitting().text(), CloudValues.of(values));
        return new ServerTemplate(this, "ServerTemplate", planned.template(network, identity, customData));
    }

    private DatabaseAccess openDatabase() {
        return new DatabaseAccess(
                this,
                "DatabaseAccess",
                DatabaseAccessProps.builder()
                        .name(plan.name())
                        .database(database)
                        .network(network)
                        .build());
    }

    private FlowRules openFlows() {
        Map<Party, FlowPeer> peers = new LinkedHashMap<>();
        peers.put(Party.ENTRY, entry.peer());
        nodeEntry.ifPresent(own -> peers.put(Party.NODE_ENTRY, own.peer()));
        peers.put(tier.party(), template.peer());
        peers.put(Party.NODES, nodes.peer());
        peers.put(Party.DATABASE, database.peer());
        return new FlowRules(
                this,
                "Flows",
                FlowRulesProps.builder()
                        .resourceGroup(template.props().place().resourceGroup())
                        .flows(plan.flows())
                        .peers(peers)
                        .build());
    }

    private ServerGroup createManagers() {
        var group = new ServerGroup(
                this, "Managers", planned.managers(template, entry.poolId(), nodeEntry.map(NodeEntry::poolId)));
        group.startAfter(whatServersNeed());
        return group;
    }

    /**
     * The database with its schema, leave to read the secret and to launch nodes, and open ways: no attribute refers to them,
     * and a server that starts without them waits, or fails.
     */
    private List<ITerraformDependable> whatServersNeed() {
        List<ITerraformDependable> needed = new ArrayList<>();
        needed.addAll(database.ready());
        needed.addAll(databaseAccess.ready());
        needed.addAll(identity.permissions());
        needed.addAll(nodes.ready());
        needed.addAll(flows.ingress());
        needed.addAll(flows.egress());
        return needed;
    }

    private Notifications tell(String email) {
        return new Notifications(
                this,
                "Notifications",
                planned.notifications(email, entry.gateway().getId(), managers.scalingId()));
    }
}
