package io.streamfleet.aws;

import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsAccessLogs;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.AwsExistingDatabase;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.DnsRecord;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;

/** Turns the plan of a Red5 Pro cluster into the props of its constructs; creates nothing. */
final class Red5Props {
    private static final Duration CNAME_TTL = Duration.ofMinutes(5);

    private final ClusterPlan plan;
    private final ClusterSpec spec;
    private final TierPlan tier;

    Red5Props(ClusterPlan plan) {
        this.plan = plan;
        spec = plan.spec();
        tier = plan.tier(Red5.STREAM_MANAGER);
    }

    AwsNetwork network() {
        return ((Aws) spec.cloud()).network();
    }

    HostedZoneAttributes zone(Dns dns) {
        return HostedZoneAttributes.builder()
                .hostedZoneId(((AwsDns) dns.onCloud()).zoneId())
                .zoneName(dns.zone())
                .build();
    }

    DnsRecordKind recordKind(Dns dns) {
        AwsDns onAws = (AwsDns) dns.onCloud();
        return onAws.record() == DnsRecord.ALIAS
                ? DnsRecordKind.alias()
                : DnsRecordKind.cname(onAws.ttl().orElse(CNAME_TTL));
    }

    DatabaseProps database(Database.Create create, INetwork network) {
        return DatabaseProps.builder()
                .network(network)
                .instanceClass(create.instanceType())
                .settings(DatabaseSettings.of(plan))
                .port(plan.database().orElseThrow().port())
                .build();
    }

    DatabaseAttributes database(Database.Existing existing) {
        return DatabaseAttributes.builder()
                .host(existing.host())
                .port(existing.port())
                .user(existing.user())
                .securityGroupId(((AwsExistingDatabase) existing.onCloud()).securityGroup())
                .build();
    }

    AccessLogs accessLogs() {
        return entryOnAws().accessLogs() instanceof AwsAccessLogs.Create create
                ? AccessLogs.create(create.days())
                : AccessLogs.existing(((AwsAccessLogs.Bucket) entryOnAws().accessLogs()).name());
    }

    HttpsEntryProps entry(INetwork network, EntryCertificate certificate, AccessLogs accessLogs, List<PathRule> more) {
        Entry entry = plan.entry().entry();
        AwsEntry onAws = entryOnAws();
        return HttpsEntryProps.builder()
                .network(network)
                .certificate(certificate)
                .rules(plan.entry().rulesAnd(more))
                .serverPort(tier.port())
                .health(tier.tier().health())
                .sessionTimeout(onAws.sessionTimeout())
                .drain(entry.drain())
                .clientKeepAlive(onAws.clientKeepAlive())
                .redirectHttp(entry.redirectHttp())
                .isProtected(spec.protect())
                .tlsPolicy(onAws.tlsPolicy())
                .accessLogs(accessLogs)
                .build();
    }

    NodeEntryProps nodeEntry(INetwork network, AccessLogs accessLogs) {
        return NodeEntryProps.builder()
                .network(network)
                .domain(spec.domain())
                .port(tier.port())
                .health(tier.tier().health())
                .isProtected(spec.protect())
                .accessLogs(accessLogs)
                .build();
    }

    ServerTemplateProps template(INetwork network, String userData) {
        Tier described = tier.tier();
        AwsTier onAws = tierOnAws();
        return ServerTemplateProps.builder()
                .name(plan.serversName(tier))
                .network(network)
                .image(ServerImage.of(onAws.image()))
                .instanceType(described.instanceType())
                .rootDevice(onAws.rootDevice())
                .diskGib(described.diskGib())
                .publicAddress(described.publicAddress())
                .keyPair(onAws.keyPair())
                .userData(userData)
                .tags(spec.tags())
                .build();
    }

    ServerGroupProps managers(INetwork network, IServerTemplate template, List<String> targetGroupArns) {
        Tier described = tier.tier();
        return ServerGroupProps.builder()
                .network(network)
                .template(template)
                .size(described.group())
                .longSessions(tier.protectedFromScaleIn())
                .targetGroupArns(targetGroupArns)
                .grace(described.health().grace())
                .warmUp(described.warmUp())
                .scaling(scaling(tierOnAws()))
                .schedules(described.schedule())
                .rollout(tier.rollout())
                .heartbeat(TierPlan.HEARTBEAT)
                .notifications(described.notifications())
                .tags(spec.tags())
                .build();
    }

    NodeFleetProps nodes(INetwork network, IRole controllerRole) {
        FleetPlan fleet = plan.fleet().orElseThrow();
        String region = ((Aws) spec.cloud()).region();
        return NodeFleetProps.builder()
                .network(network)
                .controllerRole(controllerRole)
                .securityGroupName(fleet.firewallName())
                .prefix(fleet.nodes().prefix())
                .keyPair(((AwsNodes) fleet.nodes().onCloud()).keyPair())
                .instanceTypes(fleet.nodes().roles().values().stream()
                        .map(NodeTarget::instanceType)
                        .collect(Collectors.toSet()))
                .otherRegions(fleet.nodes().regions().stream()
                        .filter(other -> !other.equals(region))
                        .toList())
                .documents(NodeDocumentTexts.of(spec))
                .build();
    }

    private static Scaling scaling(AwsTier tier) {
        if (tier.track().isPresent()) {
            return Scaling.track(tier.track().get());
        }
        AwsScaleOut out = tier.scalingOut();
        return tier.scaleIn().map(in -> Scaling.outAndIn(out, in)).orElseGet(() -> Scaling.out(out));
    }

    private AwsEntry entryOnAws() {
        return (AwsEntry) plan.entry().entry().onCloud();
    }

    private AwsTier tierOnAws() {
        return (AwsTier) tier.tier().onCloud();
    }
}
