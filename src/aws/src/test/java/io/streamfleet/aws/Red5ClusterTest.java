package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Red5ClusterTest {
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private static ClusterPlan createdPlan;
    private static ClusterPlan existingPlan;
    private static Synth created;
    private static Synth existing;

    @BeforeAll
    static void synthesise() {
        createdPlan = Clusters.created();
        existingPlan = Clusters.existing();
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
    void cluster_publicLoadBalancer_waitsForTheWayToTheInternet() {
        assertThat(created.resources(LOAD_BALANCER))
                .filteredOn(each -> each.toString().contains("internet-facing"))
                .singleElement()
                .extracting(each -> String.valueOf(each.get("DependsOn")))
                .asString()
                .contains("PublicDefaultRoute");
    }

    @Test
    void cluster_ofShortSessions_keepsAndDrainsThemAsDescribed() {
        Synth ofShort =
                Synth.of(stack -> new Red5Cluster(stack, "Cluster", Red5ClusterProps.of(Clusters.ofShortSessions())));
        assertThat(ofShort.only(LOAD_BALANCER).get("LoadBalancerAttributes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("Key", "idle_timeout.timeout_seconds", "Value", "600"));
        assertThat(ofShort.only("AWS::ElasticLoadBalancingV2::TargetGroup").get("TargetGroupAttributes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("Key", "deregistration_delay.timeout_seconds", "Value", "300"));
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
}
