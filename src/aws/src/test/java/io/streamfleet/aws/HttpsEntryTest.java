package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.constructs.Construct;

class HttpsEntryTest {
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";

    private static Synth usual;
    private static Synth unusual;

    private static HttpsEntryPropsBuilder entry(Construct scope) {
        return HttpsEntryProps.builder()
                .network(Samples.network(scope))
                .certificate(EntryCertificate.fromArn(Samples.CERTIFICATE))
                .health(Samples.HEALTH)
                .rules(StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(Cidr.parse("203.0.113.0/24")), false));
    }

    @BeforeAll
    static void synthesise() {
        usual = Synth.of(stack -> new HttpsEntry(stack, "Entry", entry(stack).build()));
        unusual = Synth.of(stack -> new HttpsEntry(
                stack,
                "Entry",
                entry(stack)
                        .certificate(EntryCertificate.issued(
                                "live.example.com",
                                HostedZone.fromHostedZoneAttributes(
                                        stack,
                                        "Zone",
                                        HostedZoneAttributes.builder()
                                                .hostedZoneId("Z0123456789ABCDEFGHIJ")
                                                .zoneName("example.com")
                                                .build())))
                        .serverPort(80)
                        .sessionTimeout(Duration.ofMinutes(10))
                        .drain(Duration.ZERO)
                        .clientKeepAlive(Duration.ofHours(2))
                        .redirectHttp(false)
                        .isProtected(false)
                        .tlsPolicy("ELBSecurityPolicy-TLS13-1-3-2021-06")
                        .accessLogs(AccessLogs.existing("someones-logs"))
                        .build()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> properties, String key) {
        Map<String, Object> attributes = new HashMap<>();
        ((List<Map<String, Object>>) properties.get(key))
                .forEach(pair -> attributes.put((String) pair.get("Key"), pair.get("Value")));
        return attributes;
    }

    private static Map<String, Object> listener(Synth synth, int port) {
        return synth.properties(LISTENER).stream()
                .filter(listener -> ((Number) listener.get("Port")).intValue() == port)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entry_loadBalancer_standsInPublicSubnetsAndKeepsSessionsForLong() {
        Map<String, Object> loadBalancer = usual.only(LOAD_BALANCER);
        assertThat(loadBalancer)
                .containsEntry("Scheme", "internet-facing")
                .containsEntry("Type", "application")
                .containsEntry("Subnets", List.of("subnet-00000000000000001", "subnet-00000000000000002"))
                .doesNotContainKey("Name");
        assertThat(attributes(loadBalancer, "LoadBalancerAttributes"))
                .containsEntry("idle_timeout.timeout_seconds", "4000")
                .containsEntry("deletion_protection.enabled", "true")
                .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
                .containsEntry("routing.http.desync_mitigation_mode", "defensive")
                .containsEntry("access_logs.s3.enabled", "true")
                .doesNotContainKey("client_keep_alive.seconds");
    }

    @Test
    void entry_https_answers404ToWhatNoRuleForwards() {
        assertThat(listener(usual, 443))
                .containsEntry("Protocol", "HTTPS")
                .containsEntry("SslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")
                .containsEntry("Certificates", List.of(Map.of("CertificateArn", Samples.CERTIFICATE)))
                .containsEntry(
                        "DefaultActions",
                        List.of(Map.of(
                                "Type",
                                "fixed-response",
                                "FixedResponseConfig",
                                Map.of("StatusCode", "404", "ContentType", "text/plain", "MessageBody", "404"))));
    }

    @Test
    void entry_http_redirectsForGood() {
        assertThat(listener(usual, 80))
                .containsEntry("Protocol", "HTTP")
                .containsEntry(
                        "DefaultActions",
                        List.of(Map.of(
                                "Type",
                                "redirect",
                                "RedirectConfig",
                                Map.of("Protocol", "HTTPS", "Port", "443", "StatusCode", "HTTP_301"))));
        assertThat(unusual.properties(LISTENER)).hasSize(1);
    }

    @Test
    void entry_targetGroup_isEmptyAndDrainsForAnHour() {
        Map<String, Object> group = usual.only(TARGET_GROUP);
        assertThat(group)
                .containsEntry("Protocol", "HTTP")
                .containsEntry("ProtocolVersion", "HTTP1")
                .containsEntry("Port", 5080)
                .containsEntry("TargetType", "instance")
                .containsEntry("HealthCheckPath", "/")
                .containsEntry("HealthCheckIntervalSeconds", 30)
                .containsEntry("HealthCheckTimeoutSeconds", 10)
                .containsEntry("HealthyThresholdCount", 2)
                .containsEntry("UnhealthyThresholdCount", 5)
                .containsEntry("Matcher", Map.of("HttpCode", "200"))
                .doesNotContainKeys("Targets", "Name");
        assertThat(attributes(group, "TargetGroupAttributes"))
                .containsEntry("deregistration_delay.timeout_seconds", "3600");
    }

    @Test
    void entry_rules_haveOneExpressionEachAndTheirOwnPriority() {
        List<Map<String, Object>> rules = usual.properties(RULE);
        assertThat(rules)
                .extracting(rule -> rule.get("Priority"))
                .containsExactlyInAnyOrder(100, 110, 120, 200, 300, 400);
        assertThat(rules).allSatisfy(rule -> assertThat(rule.get("Conditions").toString())
                .contains("path-pattern", "RegexValues=[^"));
        Map<String, Object> admin = rules.stream()
                .filter(rule -> rule.get("Priority").equals(200))
                .findFirst()
                .orElseThrow();
        assertThat((List<?>) admin.get("Conditions"))
                .last()
                .isEqualTo(Map.of("Field", "source-ip", "SourceIpConfig", Map.of("Values", List.of("203.0.113.0/24"))));
    }

    @Test
    void entry_securityGroup_isClosed() {
        assertThat(usual.types()).doesNotContain("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress");
        assertThat(usual.only("AWS::EC2::SecurityGroup")).doesNotContainKey("SecurityGroupIngress");
        assertThat(usual.only("AWS::EC2::SecurityGroup").toString()).doesNotContain("0.0.0.0/0");
    }

    @Test
    void entry_accessLogs_areSecret() {
        Map<String, Object> bucket = usual.only("AWS::S3::Bucket");
        assertThat(bucket)
                .containsEntry(
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true))
                .containsEntry("VersioningConfiguration", Map.of("Status", "Enabled"));
        assertThat(bucket.get("BucketEncryption").toString()).contains("AES256");
        assertThat(bucket.get("LifecycleConfiguration").toString()).contains("ExpirationInDays=90", "NoncurrentDays=1");
        assertThat(usual.resources("AWS::S3::Bucket").get(0))
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(usual.only("AWS::S3::BucketPolicy").toString())
                .contains(
                        "aws:SecureTransport=false",
                        "Service=logdelivery.elasticloadbalancing.amazonaws.com",
                        "/AWSLogs/111122223333/*")
                .doesNotContain("s3:GetObject");
        assertThat(usual.resources(LOAD_BALANCER).get(0).get("DependsOn").toString())
                .contains("AccessLogsBucketPolicy");
    }

    @Test
    void entry_otherwise_asAsked() {
        assertThat(attributes(unusual.only(LOAD_BALANCER), "LoadBalancerAttributes"))
                .containsEntry("idle_timeout.timeout_seconds", "600")
                .containsEntry("client_keep_alive.seconds", "7200")
                .containsEntry("deletion_protection.enabled", "false")
                .containsEntry("access_logs.s3.bucket", "someones-logs");
        assertThat(unusual.types()).doesNotContain("AWS::S3::Bucket");
        assertThat(unusual.only(TARGET_GROUP)).containsEntry("Port", 80);
        assertThat(attributes(unusual.only(TARGET_GROUP), "TargetGroupAttributes"))
                .containsEntry("deregistration_delay.timeout_seconds", "0");
        assertThat(listener(unusual, 443)).containsEntry("SslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06");
        assertThat(unusual.only("AWS::CertificateManager::Certificate"))
                .containsEntry("DomainName", "live.example.com")
                .containsEntry("ValidationMethod", "DNS")
                .containsEntry(
                        "DomainValidationOptions",
                        List.of(Map.of("DomainName", "live.example.com", "HostedZoneId", "Z0123456789ABCDEFGHIJ")));
    }

    @Test
    void entry_nothing_isLookedUpOrWarnedOf() {
        assertThat(usual.warnings()).isEmpty();
        assertThat(usual.looksUp()).isFalse();
        assertThat(unusual.warnings()).isEmpty();
    }

    @Test
    void fails_propsOutsideTheLoadBalancersLimits_allAtOnce() {
        assertThatThrownBy(() -> HttpsEntryProps.builder()
                        .certificate(EntryCertificate.fromArn(Samples.CERTIFICATE))
                        .rules(List.of(PathRule.forward("A", 1, "^/a$"), PathRule.forward("B", 1, "^/b$")))
                        .serverPort(0)
                        .health(new Health(
                                "/", Duration.ofSeconds(4), Duration.ofSeconds(1), 1, 10, Duration.ofMinutes(5)))
                        .sessionTimeout(Duration.ofSeconds(4001))
                        .drain(Duration.ofSeconds(3601))
                        .clientKeepAlive(Duration.ofSeconds(59))
                        .tlsPolicy("weak")
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        clientKeepAlive: got 59s, must be 60s to 604800s
                        drain: got 3601s, must be 0s to 3600s
                        health.healthy: got 1, must be 2 to 10, the load balancer's own limits
                        health.interval: got 4s, must be 5s to 300s, the load balancer's own limits
                        health.timeout: got 1s, must be 2s to 120s, the load balancer's own limits
                        network: must be given
                        rules: got two with one name or priority, must be each with its own name and priority
                        serverPort: got 0, must be 1 to 65535
                        sessionTimeout: got 4001s, must be 1s to 4000s
                        tlsPolicy: got weak, must be a security policy of Elastic Load Balancing, such as\
                         ELBSecurityPolicy-TLS13-1-2-2021-06""");
    }

    @Test
    void entry_ruleOfManyAddresses_isSeveralOfThree() {
        List<Cidr> ranges = IntStream.range(0, 7)
                .mapToObj(i -> Cidr.parse("203.0." + i + ".0/24"))
                .toList();
        Synth many = Synth.of(stack -> new HttpsEntry(
                stack,
                "Entry",
                entry(stack)
                        .rules(StreamManagerPaths.rules(StreamManagerApi.V4_0, ranges, false))
                        .build()));
        assertThat(many.properties(RULE).stream()
                        .filter(rule -> (int) rule.get("Priority") >= 200 && (int) rule.get("Priority") < 300))
                .extracting(rule -> rule.get("Priority"))
                .containsExactlyInAnyOrder(200, 201, 202);
        assertThat(many.ids(RULE)).filteredOn(id -> id.contains("Admin")).hasSize(3);
        assertThat(many.properties(RULE).toString()).contains("203.0.0.0/24", "203.0.6.0/24");
    }

    @Test
    void fails_ruleWhoseAddressesTakeTheNextPriority() {
        List<Cidr> ranges = List.of("1", "2", "3", "4").stream()
                .map(i -> Cidr.parse(i + ".0.0.0/8"))
                .toList();
        assertThatThrownBy(() -> HttpsEntryProps.builder()
                        .rules(List.of(
                                PathRule.forward("A", 1, "^/a$").onlyFrom(ranges), PathRule.forward("B", 2, "^/b$")))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("rules: got two with one name or priority");
    }

    @Test
    void fails_entryWithoutRules() {
        assertThatThrownBy(() -> HttpsEntryProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("rules: must be at least one, or nothing is forwarded");
    }
}
