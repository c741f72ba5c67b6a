package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.test.Template.Resource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template promises of the ways in: long sessions, one certificate, private logs, nothing else. */
class EntryTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";
    private static final String TARGETS = "AWS::ElasticLoadBalancingV2::TargetGroup";

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("sessions may idle as long as described; by default 4000 s, the longest there is")
    void entry_idleTimeout_isTheLongest(Case each) {
        long described = ((AwsEntry) entry(each).onCloud()).sessionTimeout().toSeconds();

        assertThat(attribute(PublicEntry.balancer(each), "idle_timeout.timeout_seconds"))
                .isEqualTo(String.valueOf(described));
        if (each.webrtc()) {
            assertThat(described).isEqualTo(4000);
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("servers drain as long as described; by default 3600 s, the longest there is")
    void entry_deregistration_isTheLongest(Case each) {
        assertThat(attribute(PublicEntry.targets(each), "deregistration_delay.timeout_seconds"))
                .isEqualTo(String.valueOf(entry(each).drain().toSeconds()));
        if (each.webrtc()) {
            assertThat(attribute(PublicEntry.targets(each), "deregistration_delay.timeout_seconds"))
                    .isEqualTo("3600");
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("load balancers drop invalid headers, and are protected from deletion as described")
    void balancers_attributes_areStrict(Case each) {
        assertThat(each.template().all(PublicEntry.BALANCER)).allSatisfy(balancer -> {
            assertThat(attribute(balancer, "routing.http.drop_invalid_header_fields.enabled"))
                    .isEqualTo("true");
            assertThat(attribute(balancer, "deletion_protection.enabled"))
                    .isEqualTo(String.valueOf(each.plan().spec().protect()));
        });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("HTTPS on 443 by TLS 1.2 or newer, 80 only to redirect, nothing else")
    void entry_listeners_areHttpsAndItsRedirect(Case each) {
        List<Resource> listeners = PublicEntry.listeners(each, PublicEntry.balancer(each));

        assertThat(listeners.stream().map(listener -> listener.text("Protocol") + listener.text("Port")))
                .containsExactlyInAnyOrderElementsOf(
                        entry(each).redirectHttp() ? List.of("HTTPS443", "HTTP80") : List.of("HTTPS443"));
        assertThat(PublicEntry.https(each).text("SslPolicy"))
                .isEqualTo(((AwsEntry) entry(each).onCloud()).tlsPolicy())
                .startsWith("ELBSecurityPolicy-TLS13-1-2-");
        assertThat(PublicEntry.https(each).property("Certificates").size()).isEqualTo(1);
        listeners.stream()
                .filter(listener -> listener.text("Protocol").equals("HTTP"))
                .forEach(listener -> assertThat(Template.items(listener.property("DefaultActions")))
                        .singleElement()
                        .satisfies(action -> {
                            assertThat(action.path("Type").asText()).isEqualTo("redirect");
                            assertThat(action.path("RedirectConfig")
                                            .path("Protocol")
                                            .asText())
                                    .isEqualTo("HTTPS");
                            assertThat(action.path("RedirectConfig")
                                            .path("StatusCode")
                                            .asText())
                                    .isEqualTo("HTTP_301");
                        }));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("what no rule forwards is a 404 of the load balancer")
    void entry_defaultAction_isNotFound(Case each) {
        assertThat(Template.items(PublicEntry.https(each).property("DefaultActions")))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.path("Type").asText()).isEqualTo("fixed-response");
                    assertThat(action.path("FixedResponseConfig")
                                    .path("StatusCode")
                                    .asText())
                            .isEqualTo("404");
                });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no target is registered by hand, and health is asked on 5080 by HTTP")
    void targets_members_comeFromTheGroup(Case each) {
        assertThat(each.template().all(TARGETS)).allSatisfy(targets -> {
            assertThat(targets.property("Targets").isMissingNode()).isTrue();
            assertThat(targets.property("Port").asInt()).isEqualTo(5080);
            assertThat(targets.text("Protocol")).isEqualTo("HTTP");
            assertThat(targets.text("HealthCheckPath"))
                    .isEqualTo(each.plan().tiers().get(0).tier().health().path());
            assertThat(targets.property("HealthCheckIntervalSeconds").asInt())
                    .isGreaterThan(targets.property("HealthCheckTimeoutSeconds").asInt());
        });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("a slow health check: a server is given up after two minutes at least")
    void targets_healthCheck_isSlow(Case each) {
        assertThat(each.template().all(TARGETS)).allSatisfy(targets -> assertThat(
                        targets.property("HealthCheckIntervalSeconds").asInt()
                                * targets.property("UnhealthyThresholdCount").asInt())
                .isGreaterThanOrEqualTo(120));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("access logs: on every load balancer, in a bucket that is not public, since tokens travel in URLs")
    void balancers_accessLogs_areKeptPrivate(Case each) {
        assertThat(each.template().all(PublicEntry.BALANCER)).allSatisfy(balancer -> {
            assertThat(attribute(balancer, "access_logs.s3.enabled")).isEqualTo("true");
            assertThat(attribute(balancer, "access_logs.s3.bucket")).isNotEmpty();
        });
        assertThat(each.template().all("AWS::S3::Bucket")).allSatisfy(bucket -> {
            assertThat(bucket.property("PublicAccessBlockConfiguration"))
                    .hasSize(4)
                    .allMatch(JsonNode::asBoolean);
            assertThat(bucket.text("VersioningConfiguration", "Status")).isEqualTo("Enabled");
            assertThat(bucket.property("BucketEncryption").isMissingNode()).isFalse();
            assertThat(bucket.property("LifecycleConfiguration", "Rules")
                            .path(0)
                            .path("ExpirationInDays")
                            .asInt())
                    .isPositive();
        });
        assertThat(each.template().all("AWS::S3::BucketPolicy"))
                .hasSameSizeAs(each.template().all("AWS::S3::Bucket"))
                .allSatisfy(policy -> assertThat(policy.json().toString())
                        .contains("\"aws:SecureTransport\":\"false\"")
                        .contains("logdelivery.elasticloadbalancing.amazonaws.com"));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the nodes' way in is internal: a listener on 5080 alone, under the public name inside the network")
    void nodeEntry_whereThereIsOne_isInternal(Case each) {
        List<Resource> internal = each.template().all(PublicEntry.BALANCER).stream()
                .filter(balancer -> balancer.text("Scheme").equals("internal"))
                .toList();

        assertThat(internal).hasSize(each.plan().entry().hasNodeEntry() ? 1 : 0);
        for (Resource balancer : internal) {
            assertThat(PublicEntry.listeners(each, balancer).stream()
                            .map(listener -> listener.text("Protocol") + listener.text("Port")))
                    .containsExactly("HTTP5080");
            Resource zone = each.template().only("AWS::Route53::HostedZone");
            assertThat(zone.text("Name")).isEqualTo(each.plan().spec().domain() + ".");
            assertThat(zone.property("VPCs").size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the public name leads to the entry, where there is a zone")
    void dns_record_leadsToTheEntry(Case each) {
        List<Resource> records = each.template().all("AWS::Route53::RecordSet").stream()
                .filter(record -> !record.property("HostedZoneId").has("Ref"))
                .toList();

        assertThat(records)
                .hasSize(each.plan().spec().dns().isPresent() ? 1 : 0)
                .allSatisfy(record -> {
                    assertThat(record.text("Name")).isEqualTo(each.plan().spec().domain() + ".");
                    assertThat(record.json().toString())
                            .contains(PublicEntry.balancer(each).id());
                    // An alias takes its target's time to live; Route 53 refuses one of its own.
                    assertThat(record.property("TTL").isMissingNode())
                            .isEqualTo(!record.property("AliasTarget").isMissingNode());
                });
    }

    private static Entry entry(Case each) {
        return each.plan().entry().entry();
    }

    private static String attribute(Resource resource, String key) {
        JsonNode attributes = resource.property(
                resource.type().equals(PublicEntry.BALANCER) ? "LoadBalancerAttributes" : "TargetGroupAttributes");
        return Template.items(attributes).stream()
                .filter(attribute -> attribute.path("Key").asText().equals(key))
                .map(attribute -> Template.text(attribute.path("Value")))
                .findFirst()
                .orElse("");
    }
}
