package io.streamfleet.azure;

import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureDns;
import io.streamfleet.core.spec.AzureEntry;
import io.streamfleet.core.spec.AzureExistingDatabase;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.AzureTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.spec.Tls;
import java.util.List;
import java.util.Optional;

/** Turns the plan of a Red5 Pro cluster into the props of its constructs; creates nothing. */
final class Red5Props {
    private final ClusterPlan plan;
    private final ClusterSpec spec;
    private final Azure azure;
    private final TierPlan tier;
    private final Place place;
    private final List<String> zones;

    Red5Props(ClusterPlan plan, Place place) {
        this.plan = plan;
        this.place = place;
        spec = plan.spec();
        azure = (Azure) spec.cloud();
        tier = plan.tier(Red5.STREAM_MANAGER);
        zones = azure.zones().stream().sorted().map(String::valueOf).toList();
    }

    NetworkProps network(AzureNetwork.Create create) {
        return NetworkProps.builder()
                .prefix(azure.resourcePrefix().orElse(plan.name()))
                .place(place)
                .cidr(create.cidr())
                .gatewaySubnet(create.gatewaySubnet())
                .serverSubnet(create.serverSubnet())
                .databaseSubnet(create.databaseSubnet())
                .zones(zones)
                .isProtected(spec.protect())
                .build();
    }

    DatabaseProps database(Database.Create create, INetwork network) {
        return DatabaseProps.builder()
                .name(plan.name())
                .uniqueIn(azure.subscription() + "/" + azure.resourceGroup().name())
                .place(place)
                .network(network)
                .zones(zones)
                .sku(create.instanceType())
                .access(create.access())
                .settings(DatabaseSettings.of(plan))
                .keyVaultId(azure.keyVault().id())
                .secret(tier.secretName())
                .passwordVersion(create.passwordVersion())
                .build();
    }

    DatabaseAttributes database(Database.Existing existing) {
        return DatabaseAttributes.builder()
                .host(existing.host())
                .port(existing.port())
                .user(existing.user())
                .serverId(((AzureExistingDatabase) existing.onCloud()).server())
                .build();
    }

    ServerIdentityProps identity() {
        return ServerIdentityProps.builder()
                .name(plan.serversName(tier))
                .place(place)
                .build();
    }

    GatewayIdentity gatewayIdentity() {
        return azure.gatewayIdentity()
                .map(GatewayIdentity::fromId)
                .orElseGet(() -> GatewayIdentity.forVault(azure.keyVault()));
    }

    EntryCertificate certificate() {
        return EntryCertificate.fromKeyVault(((Tls.KeyVaultSecret) spec.tls()).url());
    }

    HttpsEntryProps entry(INetwork network, EntryCertificate certificate, List<PathRule> more) {
        Entry entry = plan.entry().entry();
        AzureEntry onAzure = (AzureEntry) entry.onCloud();
        return HttpsEntryProps.builder()
                .name(plan.name())
                .place(place)
                .network(network)
                .zones(zones)
                .certificate(certificate)
                .identity(gatewayIdentity())
                .sku(onAzure.sku())
                .rules(onAzure.sku() == AzureGatewaySku.WAF_V2 ? plan.entry().rulesAnd(more) : List.of())
                .serverPort(tier.port())
                .health(tier.tier().health())
                .sessionTimeout(onAzure.sessionTimeout())
                .drain(entry.drain())
                .capacity(onAzure.capacity())
                .redirectHttp(entry.redirectHttp())
                .isProtected(spec.protect())
                .address(onAzure.address())
                .build();
    }

    NodeEntryProps nodeEntry(INetwork network) {
        return NodeEntryProps.builder()
                .name(plan.name())
                .place(place)
                .network(network)
                .zones(zones)
                .domain(spec.domain())
                .port(tier.port())
                .health(tier.tier().health())
                .build();
    }

    ServerTemplateProps template(INetwork network, IServerIdentity identity, String customData) {
        Tier described = tier.tier();
        AzureTier onAzure = (AzureTier) described.onCloud();
        return ServerTemplateProps.builder()
                .name(plan.serversName(tier))
                .place(place)
                .network(network)
                .image(ServerImage.of(onAzure.image()))
                .vmSize(described.instanceType())
                .diskGib(described.diskGib())
                .publicAddress(described.publicAddress())
                .sshKey(onAzure.sshKey())
                .customData(customData)
                .identity(identity)
                .build();
    }

    ServerGroupProps managers(IServerTemplate template, String gatewayPool, Optional<String> loadBalancerPool) {
        Tier described = tier.tier();
        AzureTier onAzure = (AzureTier) described.onCloud();
        return ServerGroupProps.builder()
                .template(template)
                .zones(zones)
                .size(described.group())
                .longSessions(tier.protectedFromScaleIn())
                .gatewayPools(List.of(gatewayPool))
                .loadBalancerPools(loadBalancerPool.map(List::of).orElseGet(List::of))
                .port(tier.port())
                .healthPath(described.health().path())
                .grace(described.health().grace())
                .scaling(new Scaling(onAzure.scalingOut(), onAzure.scaleIn()))
                .schedules(described.schedule())
                .rollout(tier.rollout())
                .isProtected(spec.protect())
                .email(email())
                .build();
    }

    /** Returns who is told of the servers. */
    Optional<String> email() {
        return tier.tier().notifications().map(described -> ((Notifications.Email) described).address());
    }

    NotificationsProps notifications(String email, String gatewayId, String scalingId) {
        return NotificationsProps.builder()
                .name(plan.name())
                .place(place)
                .email(email)
                .gatewayId(gatewayId)
                .scalingId(scalingId)
                .size(tier.tier().group())
                .build();
    }

    NodeFleetProps nodes(INetwork network, String resourceGroupId) {
        FleetPlan fleet = plan.fleet().orElseThrow();
        return NodeFleetProps.builder()
                .name(plan.name())
                .place(place)
                .resourceGroupId(resourceGroupId)
                .network(network)
                .securityGroupName(fleet.firewallName())
                .controllerObjectId(azure.controller().objectId())
                .documents(NodeDocumentTexts.of(spec))
                .build();
    }

    DnsNameProps dnsName(Dns dns, String addressId) {
        AzureDns onAzure = (AzureDns) dns.onCloud();
        return DnsNameProps.builder()
                .domain(spec.domain())
                .zone(dns.zone())
                .resourceGroup(onAzure.resourceGroup())
                .addressId(addressId)
                .ttl(onAzure.ttl())
                .build();
    }
}
