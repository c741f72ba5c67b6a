package io.streamfleet.google;

import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleDns;
import io.streamfleet.core.spec.GoogleEntry;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.spec.Tls;
import java.util.List;

/** Turns the plan of a Red5 Pro cluster into the props of its constructs; creates nothing. */
final class Red5Props {
    private final ClusterPlan plan;
    private final ClusterSpec spec;
    private final Google google;
    private final TierPlan tier;
    private final String servers;

    Red5Props(ClusterPlan plan) {
        this.plan = plan;
        spec = plan.spec();
        google = (Google) spec.cloud();
        tier = plan.tier(Red5.STREAM_MANAGER);
        servers = plan.serversName(tier);
    }

    /** Returns the beginning of the servers' names. */
    String servers() {
        return servers;
    }

    List<String> regions() {
        return google.regions();
    }

    NetworkProps network(GoogleNetwork.Create create) {
        return NetworkProps.builder()
                .name(plan.name())
                .subnetworks(create.subnets())
                .isProtected(spec.protect())
                .labels(spec.tags())
                .build();
    }

    NetworkAttributes network(GoogleNetwork.Existing existing) {
        return NetworkAttributes.builder()
                .name(plan.name())
                .network(existing.network())
                .subnetworks(existing.subnetworks())
                .nat(existing.nat())
                .isProtected(spec.protect())
                .labels(spec.tags())
                .build();
    }

    DatabaseProps database(Database.Create create, INetwork network) {
        return DatabaseProps.builder()
                .network(network)
                .region(google.mainRegion())
                .tier(create.instanceType())
                .access(create.access())
                .settings(DatabaseSettings.of(plan))
                .secret(tier.secretName())
                .passwordVersion(create.passwordVersion())
                .labels(spec.tags())
                .build();
    }

    DatabaseAttributes database(Database.Existing existing) {
        return DatabaseAttributes.builder()
                .host(existing.host())
                .port(existing.port())
                .user(existing.user())
                .build();
    }

    /** A service account's id has 30 characters, of which the deployment's name may take 23. */
    ServerIdentityProps identity() {
        return ServerIdentityProps.builder()
                .name(plan.name() + "-server")
                .title("Stream Managers of " + plan.name())
                .build();
    }

    ServerImage image() {
        return ServerImage.of(tierOnGoogle().image());
    }

    ServerTemplateProps template(
            String region, INetwork network, ServerImage image, IServerIdentity identity, String startupScript) {
        Tier described = tier.tier();
        return ServerTemplateProps.builder()
                .name(servers)
                .network(network)
                .region(region)
                .image(image)
                .machineType(described.instanceType())
                .diskGib(described.diskGib())
                .publicAddress(described.publicAddress())
                .startupScript(startupScript)
                .identity(identity)
                .labels(spec.tags())
                .build();
    }

    /** Asks the port of the servers as the load balancer does, but more patiently. */
    HealingCheckProps healing() {
        return HealingCheckProps.builder()
                .name(GoogleNames.RESOURCE.name(servers, "healing"))
                .port(tier.port())
                .health(HealingCheckProps.patient(tier.tier().health().path()))
                .build();
    }

    ServerGroupProps managers(INetwork network, IServerTemplate template, HealingCheck healing) {
        Tier described = tier.tier();
        return ServerGroupProps.builder()
                .name(servers)
                .network(network)
                .template(template)
                .zones(google.zonesIn(template.region()))
                .size(described.group())
                .longSessions(tier.protectedFromScaleIn())
                .port(tier.port())
                .healingCheck(healing)
                .grace(described.health().grace())
                .warmUp(described.warmUp())
                .scaling(scaling(tierOnGoogle()))
                .schedules(described.schedule())
                .isProtected(spec.protect())
                .rollout(tier.rollout())
                .build();
    }

    NotificationsProps notifications(String email, List<IServerGroup> groups) {
        return NotificationsProps.builder()
                .name(plan.name())
                .email(email)
                .groups(groups)
                .size(tier.tier().group())
                .labels(spec.tags())
                .build();
    }

    EntryCertificate certificate() {
        return spec.tls() instanceof Tls.SslCertificate existing
                ? EntryCertificate.fromName(existing.name())
                : EntryCertificate.managed(spec.domain());
    }

    HttpsEntryProps entry(List<IServerGroup> groups, EntryCertificate certificate, List<PathRule> more) {
        Entry entry = plan.entry().entry();
        GoogleEntry onGoogle = (GoogleEntry) entry.onCloud();
        return HttpsEntryProps.builder()
                .name(plan.name())
                .certificate(certificate)
                .rules(plan.entry().rulesAnd(more))
                .groups(groups)
                .serverPort(tier.port())
                .health(tier.tier().health())
                .sessionTimeout(onGoogle.sessionTimeout())
                .drain(entry.drain())
                .maxRatePerServer(onGoogle.maxRatePerServer())
                .redirectHttp(entry.redirectHttp())
                .isProtected(spec.protect())
                .address(onGoogle.address())
                .labels(spec.tags())
                .build();
    }

    NodeEntryProps nodeEntry(INetwork network, List<IServerGroup> groups) {
        return NodeEntryProps.builder()
                .name(plan.name())
                .network(network)
                .groups(groups)
                .nodes(List.of(GoogleNetwork.NODES.toString()))
                .domain(spec.domain())
                .port(tier.port())
                .health(tier.tier().health())
                .labels(spec.tags())
                .build();
    }

    NodeFleetProps nodes(IServerIdentity controller) {
        FleetPlan fleet = plan.fleet().orElseThrow();
        return NodeFleetProps.builder()
                .name(plan.name())
                .project(google.project())
                .controller(controller)
                .prefix(fleet.nodes().prefix())
                .ranges(List.of(GoogleNetwork.NODES.toString()))
                .documents(NodeDocumentTexts.of(spec))
                .build();
    }

    DnsNameProps dnsName(Dns dns, String address) {
        GoogleDns onGoogle = (GoogleDns) dns.onCloud();
        return DnsNameProps.builder()
                .domain(spec.domain())
                .zone(dns.zone())
                .managedZone(onGoogle.managedZone())
                .project(onGoogle.project())
                .address(address)
                .ttl(onGoogle.ttl())
                .build();
    }

    private static Scaling scaling(GoogleTier tier) {
        return new Scaling(tier.scalingOut(), tier.scaleIn());
    }

    private GoogleTier tierOnGoogle() {
        return (GoogleTier) tier.tier().onCloud();
    }
}
