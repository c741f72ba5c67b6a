package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.reader.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.secretsmanager.Secret;

class Red5ClusterTest {
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private static final String CREATED = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            tags: { team: streaming }
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { min: 2, max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.xlarge, capacity: 2000 }
            aws:
              account: "111122223333"
              region: us-east-1
              network: { create: { cidr: 10.20.0.0/16, zones: 3 } }
            """;

    private static final String EXISTING = """
            name: corp
            product: red5
            cloud: aws
            domain: streaming.example.com
            streamManager:
              image: { parameter: /corp/stream-manager/image }
              instanceType: c5.large
              group: { min: 2, max: 6 }
              sshFrom: [10.0.0.0/16]
              keyPair: operations
              secret: corp/stream-manager
            database:
              existing: { host: db.example.com, port: 3307, user: corp, securityGroup: sg-0fedcba9876543210 }
            entry:
              nodePath: { https: {} }
              adminFrom: [203.0.113.0/24]
              redirectHttp: false
              accessLogs: { bucket: corp-logs }
            tls: { certificate: "%s" }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ, record: cname, ttl: 10m }
            nodes:
              prefix: corp-node
              image: red5pro-node-11
              keyPair: red5pro
              sshFrom: [10.0.0.0/16]
              regions: [us-east-1, eu-west-1]
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.xlarge, capacity: 2000 }
            aws:
              account: "111122223333"
              region: us-east-1
              network:
                existing:
                  vpc: vpc-0123456789abcdef0
                  vpcName: corp
                  zones: [us-east-1a, us-east-1b]
                  publicSubnets: [subnet-00000000000000001, subnet-00000000000000002]
                  privateSubnets: [subnet-00000000000000003, subnet-00000000000000004]
            """.formatted(Samples.CERTIFICATE);

    private static ClusterPlan createdPlan;
    private static ClusterPlan existingPlan;
    private static Synth created;
    private static Synth existing;

    private static ClusterPlan plan(String description) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", description).spec());
    }

    @BeforeAll
    static void synthesise() {
        createdPlan = plan(CREATED);
        existingPlan = plan(EXISTING);
        created = Synth.of(stack -> new Red5Cluster(stack, "Cluster", Red5ClusterProps.of(createdPlan)));
        existing = Synth.of(stack -> new Red5Cluster(stack, "Cluster", Red5ClusterProps.of(existingPlan)));
    }

    /** Writes rules as "protocol from-to", with the address or what is left of the peer's group. */
    private static List<String> rules(Synth synth, String type) {
        return synth.properties(type).stream()
                .map(rule -> rule.get("IpProtocol") + " " + rule.get("FromPort") + "-" + rule.get("ToPort") + " "
                        + Stream.of("CidrIp", "SourceSecurityGroupId", "DestinationSecurityGroupId")
                                .map(rule::get)
                                .map(peer -> peer == null ? "" : peer instanceof String cidr ? cidr : "group")
                                .reduce("", String::concat)
                        + " at " + group(rule.get("GroupId")))
                .sorted()
                .toList();
    }

    private static String group(Object id) {
        String text = id.toString();
        return Stream.of("NodeEntry", "Entry", "ServerTemplate", "Nodes", "Database", "sg-0fedcba9876543210")
                .filter(text::contains)
                .findFirst()
                .orElse(text);
    }

    private static String expected(Flow flow, Party at, Party peer, String peersGroup) {
        String ports =
                switch (flow.protocol()) {
                    case TCP ->
                        "tcp " + flow.ports().from() + "-" + flow.ports().to();
                    case UDP ->
                        "udp " + flow.ports().from() + "-" + flow.ports().to();
                    case ANY -> "-1 null-null";
                };
        String who =
                peer instanceof Party.Addresses addresses ? addresses.range().toString() : peersGroup;
        return ports + " " + who + " at "
                + switch (((Party.Part) at).name()) {
                    case "entry" -> "Entry";
                    case "nodeEntry" -> "NodeEntry";
                    case "nodes" -> "Nodes";
                    case "database" -> "Database";
                    default -> "ServerTemplate";
                };
    }

    @Test
    void cluster_securityGroups_openExactlyThePlansFlows() {
        assertThat(rules(created, INGRESS))
                .containsExactlyElementsOf(createdPlan.flows().stream()
                        .filter(flow -> flow.to() instanceof Party.Part)
                        .map(flow -> expected(flow, flow.to(), flow.from(), "group"))
                        .sorted()
                        .toList());
        assertThat(rules(created, EGRESS))
                .containsExactlyElementsOf(createdPlan.flows().stream()
                        .filter(flow -> flow.from() instanceof Party.Part)
                        .map(flow -> expected(flow, flow.from(), flow.to(), "group"))
                        .sorted()
                        .toList());
        assertThat(created.properties("AWS::EC2::SecurityGroup")).hasSize(5).allSatisfy(group -> assertThat(group)
                .doesNotContainKey("SecurityGroupIngress"));
    }

    @Test
    void cluster_existingDatabase_getsTheManagersRuleAndNoOther() {
        assertThat(rules(existing, INGRESS).stream().filter(rule -> rule.endsWith("at sg-0fedcba9876543210")))
                .containsExactly("tcp 3307-3307 group at sg-0fedcba9876543210");
        assertThat(rules(existing, INGRESS)).hasSize((int) existingPlan.flows().stream()
                .filter(flow -> flow.to() instanceof Party.Part)
                .count());
    }

    @Test
    void cluster_template_holdsNothingThatWouldHaveToBeLookedUpUploadedOrGuessed() {
        String text = created.template().toString();
        assertThat(created.looksUp()).isFalse();
        assertThat(created.warnings()).isEmpty();
        assertThat(text).doesNotContain("dummy1", "$Latest", "DesiredCapacity", "cdk-hnb659fds-assets");
        assertThat(created.only("AWS::SecretsManager::Secret")).doesNotContainKey("SecretString");
        assertThat(created.types()).doesNotContain("AWS::Lambda::Function", "Custom::AWS");
    }

    @Test
    void cluster_servers_readTheirTwoSecretsAndNoOther() {
        List<String> resources = new ArrayList<>();
        created.properties("AWS::IAM::Policy").stream()
                .flatMap(policy -> statements(policy).stream())
                .filter(statement -> statement.get("Action").toString().contains("secretsmanager"))
                .forEach(statement -> resources.add(statement.get("Resource").toString()));
        assertThat(resources).hasSize(2);
        assertThat(resources.get(0)).contains(":secret:live-stream-manager-??????");
        assertThat(resources.get(1)).contains("SecretAttachment");
        assertThat(existing.template().toString()).contains(":secret:corp/stream-manager-??????");
        assertThat(existing.types()).doesNotContain("AWS::SecretsManager::Secret");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> statements(Map<String, Object> policy) {
        return (List<Map<String, Object>>) ((Map<String, Object>) policy.get("PolicyDocument")).get("Statement");
    }

    @Test
    void cluster_userData_refersToDatabaseAndSecret() {
        String data = created.only("AWS::EC2::LaunchTemplate").toString();
        assertThat(data).contains("Endpoint.Address", "SecretAttachment", "#cloud-config");
        assertThat(existing.only("AWS::EC2::LaunchTemplate").toString()).doesNotContain("Endpoint.Address");
    }

    @Test
    void cluster_group_joinsBothEntriesAndWaitsForThemAndForOpenWays() {
        assertThat((List<?>) created.only(GROUP).get("TargetGroupARNs")).hasSize(2);
        String waits = created.resources(GROUP).get(0).get("DependsOn").toString();
        assertThat(waits)
                .contains(
                        "EntryEventsRule",
                        "EntryWhipAndWhepRule",
                        "NodeEntryLoadBalancerHttp",
                        "DatabaseAccess",
                        "StreamManagerToInternetTcp443Egress",
                        "NodesControllerPolicy",
                        "RoleDefaultPolicy",
                        "PrivateDefaultRoute");
        assertThat((List<?>) existing.only(GROUP).get("TargetGroupARNs")).hasSize(1);
    }

    @Test
    void cluster_hookAndGuard_knowTheSameHeartbeat() {
        assertThat(created.only("AWS::AutoScaling::LifecycleHook"))
                .containsEntry("HeartbeatTimeout", 900)
                .containsEntry("LifecycleHookName", "drain");
    }

    @Test
    void cluster_internalNodePath_keepsReportsFromThePublicEntry() {
        assertThat(created.properties(LOAD_BALANCER))
                .extracting(each -> each.get("Scheme"))
                .containsExactlyInAnyOrder("internet-facing", "internal");
        assertThat(created.properties(RULE).toString()).doesNotContain("cloudwatch");
        assertThat(created.only("AWS::Route53::HostedZone")).containsEntry("Name", "live.example.com.");
        assertThat(created.properties("AWS::S3::Bucket")).hasSize(1);
    }

    @Test
    void cluster_httpsNodePath_takesReportsByThePublicEntry() {
        assertThat(existing.only(LOAD_BALANCER)).containsEntry("Scheme", "internet-facing");
        assertThat(existing.properties(RULE).toString()).contains("^/streammanager/cloudwatch", "203.0.113.0/24");
        assertThat(existing.types()).doesNotContain("AWS::Route53::HostedZone", "AWS::S3::Bucket", "AWS::EC2::VPC");
    }

    @Test
    void cluster_dns_isAsDescribed() {
        assertThat(created.properties("AWS::Route53::RecordSet")).anySatisfy(record -> assertThat(record)
                .containsEntry("HostedZoneId", "Z0123456789ABCDEFGHIJ")
                .containsEntry("Type", "A"));
        assertThat(existing.only("AWS::Route53::RecordSet"))
                .containsEntry("Type", "CNAME")
                .containsEntry("TTL", "600");
        assertThat(created.only("AWS::CertificateManager::Certificate"))
                .containsEntry("DomainName", "live.example.com");
    }

    @Test
    void cluster_tags_areOnWhatTakesThem() {
        for (String type : List.of(
                LOAD_BALANCER,
                "AWS::ElasticLoadBalancingV2::TargetGroup",
                "AWS::RDS::DBInstance",
                "AWS::SecretsManager::Secret",
                "AWS::S3::Bucket",
                "AWS::EC2::VPC",
                "AWS::EC2::NatGateway",
                "AWS::EC2::SecurityGroup",
                "AWS::IAM::Role",
                "AWS::CertificateManager::Certificate",
                GROUP)) {
            assertThat(created.properties(type)).as(type).isNotEmpty().allSatisfy(each -> assertThat(
                            each.get("Tags").toString())
                    .contains("Key=team", "Value=streaming"));
        }
        assertThat(created.only("AWS::EC2::LaunchTemplate").toString()).contains("Key=team, Value=streaming");
        assertThat(created.only(GROUP).get("Tags").toString()).containsOnlyOnce("Key=team");
    }

    @Test
    void cluster_nodesInOtherRegions_mayBeLaunchedThere() {
        assertThat(existing.only("AWS::IAM::ManagedPolicy").toString())
                .contains(":ec2:eu-west-1:111122223333:subnet/*", "c5.large, c5.xlarge");
        assertThat(created.only("AWS::IAM::ManagedPolicy").toString()).doesNotContain("subnet/*");
    }

    @Test
    void cluster_partsThatAreThere_areUsedInstead() {
        Synth synth = Synth.of(stack -> {
            INetwork network = Samples.network(stack);
            IDatabase database = Database.fromDatabaseAttributes(
                    stack,
                    "Mine",
                    DatabaseAttributes.builder()
                            .host("mine.example.com")
                            .user("streammanager")
                            .securityGroupId("sg-0fedcba9876543210")
                            .secret(Optional.of(Secret.fromSecretCompleteArn(
                                    stack,
                                    "Password",
                                    "arn:aws:secretsmanager:us-east-1:111122223333:secret:mine-a1b2c3")))
                            .build());
            Red5Cluster cluster = new Red5Cluster(
                    stack,
                    "Cluster",
                    Red5ClusterProps.builder()
                            .plan(createdPlan)
                            .network(network)
                            .database(database)
                            .certificate(EntryCertificate.fromArn(Samples.CERTIFICATE))
                            .accessLogs(AccessLogs.existing("mine-logs"))
                            .paths(List.of(PathRule.forward("Page", 500, "^/page\\.html$")))
                            .build());
            assertThat(cluster.network()).isSameAs(network);
            assertThat(cluster.database()).isSameAs(database);
        });
        assertThat(synth.types())
                .doesNotContain(
                        "AWS::EC2::VPC",
                        "AWS::RDS::DBInstance",
                        "AWS::CertificateManager::Certificate",
                        "AWS::S3::Bucket");
        assertThat(synth.properties(RULE))
                .extracting(rule -> rule.get("Priority"))
                .contains(500);
        assertThat(synth.template().toString()).contains("mine.example.com", "mine-logs", "secret:mine-a1b2c3");
    }

    @Test
    void fails_partsThatDoNotFitThePlan() {
        Synth.of(stack -> {
            INetwork other = Network.fromAttributes(
                    stack,
                    "Other",
                    new NetworkAttributes(
                            "vpc-0123456789abcdef0",
                            Optional.of("other"),
                            List.of("us-east-1a"),
                            List.of("subnet-00000000000000001"),
                            List.of("subnet-00000000000000003")));
            IDatabase withoutSecret = Database.fromDatabaseAttributes(
                    stack,
                    "Database",
                    DatabaseAttributes.builder()
                            .host("mine.example.com")
                            .user("streammanager")
                            .securityGroupId("sg-0fedcba9876543210")
                            .build());
            assertThatThrownBy(() -> Red5ClusterProps.builder()
                            .plan(createdPlan)
                            .network(other)
                            .database(withoutSecret)
                            .build())
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessage(
                            "database: got a database without a secret, must be one whose password is in a secret of"
                                    + " its own; set DatabaseAttributes.secret, or describe it as database.existing\n"
                                    + "network: got a VPC of another name, must be one whose Name tag is the plan's, by which"
                                    + " Stream Managers find it; name it in the description: aws.network.existing.vpcName");
            assertThatThrownBy(() -> Red5ClusterProps.builder()
                            .plan(existingPlan)
                            .database(withoutSecret)
                            .build())
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessage(
                            "database: got a database beside the description's existing one, must be one of the two");
        });
        assertThatThrownBy(() -> Red5ClusterProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("plan: must be given");
    }
}
