package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, in a fixed order. */
public final class Rules {
    private static final List<Rule> SESSIONS = List.of(
            new NoScaleInWithWebRtc(),
            new NoRefreshWithWebRtc(),
            new NoShrinkingScheduleWithWebRtc(),
            new LongSessionsWithWebRtc(),
            new LongDrainWithWebRtc(),
            new SlowHealthChecksWithWebRtc());

    private static final List<Rule> SCALING = List.of(
            new OneWayOfScaling(),
            new ScaleInBelowScaleOut(),
            new SteadyScaling(),
            new ServersToStartWith(),
            new SpareServerWithWebRtc(),
            new RoomToScaleOut(),
            new ValidCron(),
            new KnownTimeZone(),
            new SchedulesApart(),
            new ScheduleReturns(),
            new HealthCheckOfLoadBalancer(),
            new GraceCoversWarmUp(),
            new NoIdleRollout(),
            new GraceOfGroup(),
            new SchedulesRaiseMinimum(),
            new GraceOfRepairs(),
            new IntervalOfNodeEntry(),
            new SchedulesOfDaysOfTheWeek());

    private static final List<Rule> ENTRY = List.of(
            new DomainInZone(),
            new NoTtlOnAlias(),
            new NoCnameAtZoneApex(),
            new ZoneForIssuedCertificate(),
            new DomainFitsCertificate(),
            new CertificateWithinReach(),
            new ModernTls(),
            new PublicSourcesOfAdmin(),
            new LogBucketName(),
            new PublicEntryAddress(),
            new FewAdminSources(),
            new CertificateInVault(),
            new FirewallClosesAdmin());

    private static final List<Rule> NETWORK = List.of(
            new SecurityGroupName(),
            new KnownRegion(),
            new ZonesInRegion(),
            new ZonesOfRegion(),
            new SubnetsApart(),
            new VpcNameForController(),
            new WayOutForPrivateServers(),
            new UsableNetworkRange(),
            new NarrowSources(),
            new SourcesApart(),
            new FewSources(),
            new ReachableSsh(),
            new ZonesOfGroups(),
            new SubnetInEachRegion(),
            new SubnetsOffNodes(),
            new NetworkOfProject(),
            new PortsOfNat(),
            new SubnetsOfNetwork(),
            new SubnetsOfExistingNetwork(),
            new SubnetForDatabase(),
            new NamesOfController(),
            new NothingInNewGroup());

    private static final List<Rule> SERVERS = List.of(
            new KnownServerType(),
            new ArmImage(),
            new RootDeviceName(),
            new ImageParameterName(),
            new TopicWithinReach(),
            new KnownDatabaseClass(),
            new PrivateDatabase(),
            new DatabaseWithinReach(),
            new NamesBelowDomain(),
            new DatabaseUserName(),
            new KnownDatabaseTier(),
            new AddressesOfPublicDatabase(),
            new SecretId(),
            new DiskOfServer(),
            new StorageOfDatabase(),
            new RoomOfGateway(),
            new RoomOfScaleSet(),
            new KnownDatabaseSku(),
            new AddressesOfDatabaseClients());

    private static final List<Rule> NODES = List.of(
            new RolesOfCluster(),
            new SpareNodesWithAbr(),
            new RoleImageNeedsApi(),
            new OneArchitecturePerImage(),
            new DiskOfNodes(),
            new NodesImageByName(),
            new NodeRegions(),
            new NodePrefixSparesServers(),
            new NodeDocumentsFit(),
            new RegionsOfNodes(),
            new ZoneOfNodes(),
            new NodesImageName(),
            new LocationsOfNodes(),
            new NameOfNodesUser());

    private static final List<Rule> TEXTS = List.of(
            new TagKeys(),
            new TagKeysApart(),
            new TagCount(),
            new NoSecretsByName(),
            new LabelTexts(),
            new TagTexts(),
            new BackendBucketName());

    private static final List<Rule> ALL = Stream.of(SESSIONS, SCALING, ENTRY, NETWORK, SERVERS, NODES, TEXTS)
            .flatMap(List::stream)
            .toList();

    private static final List<RuleTogether> TOGETHER = List.of(
            new NamesApart(),
            new NodePrefixesApart(),
            new DomainsApart(),
            new DatabasesApart(),
            new ResourcePrefixesApart());

    private Rules() {}

    /** Returns everything that is wrong with one description, warnings included. */
    public static Stream<Violation> check(ClusterSpec spec) {
        return ALL.stream().flatMap(rule -> rule.check(spec));
    }

    /** Returns everything that is wrong between the descriptions of one app, warnings included. */
    public static Stream<FoundTogether> checkTogether(List<ClusterSpec> specs) {
        return TOGETHER.stream().flatMap(rule -> rule.check(specs));
    }

    /** Returns the rules themselves, so that tests can see that none is missing. */
    static Stream<Class<?>> types() {
        return Stream.concat(ALL.stream(), TOGETHER.stream()).map(Object::getClass);
    }
}
