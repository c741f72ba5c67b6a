package io.streamfleet.aws;

import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Builds a whole Red5 Pro cluster from a plan: Stream Managers that AWS scales, their way in, their database, and what
 * they need to launch streaming nodes.
 *
 * <p>Creates what {@link Network}, {@link Database}, {@link HttpsEntry}, {@link NodeEntry}, {@link ServerTemplate},
 * {@link ServerGroup}, {@link NodeFleet} and {@link DnsName} say, where nothing is given in their place, with the
 * description's tags. Opens the plan's flows and nothing else. The tier's secret exists beforehand, with the key that
 * AWS manages or one that the servers' role may decrypt with: they read it at boot by its name. Costs what the plan's
 * {@link ClusterPlan#costs()} list.
 */
public final class Red5Cluster extends Construct {
    private final Red5ClusterProps props;
    private final ClusterPlan plan;
    private final Red5Props planned;
    private final TierPlan tier;
    private final Optional<IHostedZone> zone;
    private final INetwork network;
    private final IDatabase database;
    private final HttpsEntry entry;
    private final Optional<NodeEntry> nodeEntry;
    private final ServerTemplate template;
    private final NodeFleet nodes;
    private final DatabaseAccess databaseAccess;
    private final FlowRules flows;
    private final ServerGroup managers;
    private final Optional<DnsName> dnsName;

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
        zone = plan.spec().dns().map(dns -> HostedZone.fromHostedZoneAttributes(this, "DnsZone", planned.zone(dns)));
        network = props.network().orElseGet(this::createNetwork);
        database = props.database().orElseGet(this::createDatabase);
        entry = createEntry();
        nodeEntry = plan.entry().hasNodeEntry() ? Optional.of(createNodeEntry()) : Optional.empty();
        template = createTemplate();
        nodes = new NodeFleet(this, "Nodes", planned.nodes(network, template.role()));
        letServersReadSecrets();
        databaseAccess = openDatabase();
        flows = openFlows();
        managers = createManagers();
        dnsName = zone.map(this::leadNameToEntry);
        plan.spec().tags().forEach((key, value) -> Tags.of(this).add(key, value));
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

    /** Returns the public way in. */
    public HttpsEntry entry() {
        return entry;
    }

    /** Returns the nodes' own way in; none where they use the public one. */
    public Optional<NodeEntry> nodeEntry() {
        return nodeEntry;
    }

    /** Returns the launch template of the Stream Managers. */
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

    /** Returns the rules of the plan's flows, but for those to the database. */
    public FlowRules flows() {
        return flows;
    }

    /** Returns the rules of the flows to the database. */
    public DatabaseAccess databaseAccess() {
        return databaseAccess;
    }

    /** Returns the record of the domain; none where the description names no zone. */
    public Optional<DnsName> dnsName() {
        return dnsName;
    }

    private INetwork createNetwork() {
        return Network.of(this, "Network", plan.name(), planned.network());
    }

    private IDatabase createDatabase() {
        return plan.database()
                .orElseThrow()
                .database()
                .either(
                        create -> new Database(this, "Database", planned.database(create, network)),
                        existing -> Database.fromDatabaseAttributes(this, "Database", planned.database(existing)));
    }

    private HttpsEntry createEntry() {
        return new HttpsEntry(
                this,
                "Entry",
                planned.entry(
                        network,
                        props.certificate().orElseGet(this::certificate),
                        props.accessLogs().orElseGet(planned::accessLogs),
                        props.paths()));
    }

    private EntryCertificate certificate() {
        return plan.spec().tls() instanceof Tls.AcmCertificate existing
                ? EntryCertificate.fromArn(existing.arn())
                : EntryCertificate.issued(plan.spec().domain(), zone.orElseThrow());
    }

    /** Logs to the bucket of the public entry, where that one has made one. */
    private NodeEntry createNodeEntry() {
        AccessLogs logs = entry.accessLogs().map(AccessLogs::into).orElseGet(() -> props.accessLogs()
                .orElseGet(planned::accessLogs));
        return new NodeEntry(this, "NodeEntry", planned.nodeEntry(network, logs));
    }

    private ServerTemplate createTemplate() {
        String userData = tier.document().fitting().render(CloudValues.of(valuesForBoot()));
        return new ServerTemplate(this, "ServerTemplate", planned.template(network, userData));
    }

    private Map<CloudValue, String> valuesForBoot() {
        Map<CloudValue, String> values = new LinkedHashMap<>();
        values.put(CloudValues.DATABASE_HOST, database.host());
        database.secret().ifPresent(secret -> values.put(CloudValues.DATABASE_SECRET, secret.getSecretArn()));
        values.put(CloudValues.TIER_SECRET, tier.secretName());
        values.put(CloudValues.REGION, Stack.of(this).getRegion());
        values.put(CloudValues.DEFAULT_ZONE, network.zones().get(0));
        return values;
    }

    private void letServersReadSecrets() {
        List<ISecret> secrets = new ArrayList<>();
        secrets.add(Secret.fromSecretNameV2(this, "TierSecret", tier.secretName()));
        database.secret().ifPresent(secrets::add);
        secrets.forEach(secret -> secret.grantRead(template.role()));
    }

    private DatabaseAccess openDatabase() {
        Flow flow = plan.flows().stream()
                .filter(Red5Cluster::isToDatabase)
                .findFirst()
                .orElseThrow();
        return new DatabaseAccess(
                this,
                "DatabaseAccess",
                DatabaseAccessProps.builder()
                        .database(database)
                        .servers(template.securityGroup())
                        .why(flow.why())
                        .build());
    }

    private FlowRules openFlows() {
        Map<Party, ISecurityGroup> groups = new LinkedHashMap<>();
        groups.put(Party.ENTRY, entry.securityGroup());
        nodeEntry.ifPresent(own -> groups.put(Party.NODE_ENTRY, own.securityGroup()));
        groups.put(tier.party(), template.securityGroup());
        groups.put(Party.NODES, nodes.securityGroup());
        List<Flow> others =
                plan.flows().stream().filter(flow -> !isToDatabase(flow)).toList();
        return new FlowRules(
                this,
                "Flows",
                FlowRulesProps.builder().flows(others).groups(groups).build());
    }

    private static boolean isToDatabase(Flow flow) {
        return flow.to().equals(Party.DATABASE);
    }

    private ServerGroup createManagers() {
        List<String> targetGroups = new ArrayList<>();
        targetGroups.add(entry.targetGroup().getTargetGroupArn());
        nodeEntry.ifPresent(own -> targetGroups.add(own.targetGroup().getTargetGroupArn()));
        ServerGroup group = new ServerGroup(this, "Managers", planned.managers(network, template, targetGroups));
        group.startAfter(whatServersNeed());
        return group;
    }

    /** Load balancers that check health, and open ways to the database and to the secrets, and leave to launch nodes. */
    private List<IDependable> whatServersNeed() {
        List<IDependable> needed = new ArrayList<>();
        needed.add(entry.ready());
        nodeEntry.ifPresent(own -> needed.add(own.ready()));
        needed.add(databaseAccess);
        needed.add(flows);
        needed.add(nodes);
        return needed;
    }

    private DnsName leadNameToEntry(IHostedZone into) {
        return new DnsName(
                this,
                "DnsName",
                DnsNameProps.builder()
                        .domain(plan.spec().domain())
                        .zone(into)
                        .target(entry.loadBalancer())
                        .kind(planned.recordKind(plan.spec().dns().orElseThrow()))
                        .build());
    }
}
