package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Texts;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpsEntryTest {
    private static final Cidr OFFICE = Cidr.parse("203.0.113.0/24");
    private static final int LAST = 2_147_483_647;

    private static Synth usual;
    private static Synth unusual;

    private static HttpsEntryPropsBuilder entry() {
        return HttpsEntryProps.builder()
                .name("live")
                .certificate(EntryCertificate.managed("live.example.com"))
                .rules(StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(OFFICE), true))
                .groups(Samples.GROUPS)
                .health(Samples.HEALTH);
    }

    @BeforeAll
    static void synthesise() {
        usual = GoogleSynth.of(stack -> new HttpsEntry(stack, "Entry", entry().build()));
        unusual = GoogleSynth.of(stack -> {
            HttpsEntry entry = new HttpsEntry(
                    stack,
                    "Entry",
                    entry().certificate(EntryCertificate.fromName("live-2026"))
                            .groups(List.of(new Samples.Group("other", "us-east1", "groups/other", "stream-manager")))
                            .serverPort(80)
                            .sessionTimeout(Duration.ofHours(2))
                            .drain(Duration.ZERO)
                            .clientKeepAlive(Duration.ofMinutes(20))
                            .maxRatePerServer(50)
                            .redirectHttp(false)
                            .isProtected(false)
                            .address("198.51.100.7")
                            .logRate(0.0)
                            .labels(Map.of("team", "video"))
                            .build());
            assertThat(entry.address()).isEqualTo("198.51.100.7");
            assertThat(entry.certificate()).isEmpty();
            assertThat(entry.redirect()).isEmpty();
        });
    }

    @Test
    void entry_backendService_keepsSessionsForADay() {
        assertThat(usual.only("google_compute_backend_service")).isEqualTo(Synth.json("""
                        {"name": "live-entry", "load_balancing_scheme": "EXTERNAL_MANAGED", "protocol": "HTTP",
                         "port_name": "http", "timeout_sec": 86400, "connection_draining_timeout_sec": 3600,
                         "session_affinity": "NONE",
                         "health_checks": ["${google_compute_health_check.Entry/HealthCheck.id}"],
                         "security_policy": "${google_compute_security_policy.Entry/SecurityPolicy.id}",
                         "backend": [
                           {"group": "groups/us-central1", "balancing_mode": "RATE", "max_rate_per_instance": 1000},
                           {"group": "groups/europe-west1", "balancing_mode": "RATE", "max_rate_per_instance": 1000}],
                         "log_config": {"enable": true, "sample_rate": 1}}"""));
    }

    @Test
    void entry_healthCheck_asksTheServersPort() {
        assertThat(usual.only("google_compute_health_check")).isEqualTo(Synth.json("""
                        {"name": "live-entry", "http_health_check": {"port": 5080, "request_path": "/"},
                         "check_interval_sec": 30, "timeout_sec": 10, "healthy_threshold": 2,
                         "unhealthy_threshold": 5, "log_config": {"enable": true}}"""));
    }

    @Test
    void entry_tls_isModernAndByTheCertificateOfTheDomain() {
        assertThat(usual.only("google_compute_ssl_policy")).isEqualTo(Synth.json("""
                        {"name": "live-entry", "profile": "MODERN", "min_tls_version": "TLS_1_2"}"""));
        assertThat(usual.only("google_compute_managed_ssl_certificate")).isEqualTo(Synth.json("""
                        {"name": "live-entry-fcbc3e76", "managed": {"domains": ["live.example.com"]},
                         "lifecycle": {"create_before_destroy": true}}"""));
        assertThat(usual.only("google_compute_target_https_proxy")).isEqualTo(Synth.json("""
                        {"name": "live-entry", "url_map": "${google_compute_url_map.Entry/UrlMap.id}",
                         "ssl_certificates": ["${google_compute_managed_ssl_certificate.Entry/Certificate.id}"],
                         "ssl_policy": "${google_compute_ssl_policy.Entry/SslPolicy.id}",
                         "lifecycle": {"create_before_destroy": true}}"""));
    }

    @Test
    void entry_otherKeepAlive_otherProxyName() {
        assertThat(unusual.only("google_compute_target_https_proxy").get("name").asText())
                .matches("live-entry-[0-9a-f]{8}");
    }

    @Test
    void entry_otherDomains_otherCertificateName() {
        Synth other = GoogleSynth.of(stack -> new HttpsEntry(
                stack,
                "Entry",
                entry().certificate(EntryCertificate.managed("live.example.com", "www.example.com"))
                        .build()));
        assertThat(name(other)).startsWith("live-entry-").isNotEqualTo(name(usual));
    }

    private static String name(Synth synth) {
        return synth.only("google_compute_managed_ssl_certificate").get("name").asText();
    }

    @Test
    void entry_address_isReservedAndKept() {
        assertThat(usual.only("google_compute_global_address")).isEqualTo(Synth.json("""
                        {"name": "live-entry", "lifecycle": {"prevent_destroy": true}}"""));
        assertThat(usual.resource("google_compute_global_forwarding_rule", "Entry/Https"))
                .isEqualTo(Synth.json("""
                        {"name": "live-entry-https", "load_balancing_scheme": "EXTERNAL_MANAGED",
                         "ip_address": "${google_compute_global_address.Entry/Address.id}", "ip_protocol": "TCP",
                         "port_range": "443",
                         "target": "${google_compute_target_https_proxy.Entry/HttpsProxy.id}"}"""));
        assertThat(usual.resource("google_compute_url_map", "Entry/UrlMap")).isEqualTo(Synth.json("""
                        {"name": "live-entry",
                         "default_service": "${google_compute_backend_service.Entry/BackendService.id}"}"""));
    }

    @Test
    void entry_port80_redirectsAndForwardsNothing() {
        assertThat(usual.resource("google_compute_url_map", "Entry/RedirectUrlMap"))
                .isEqualTo(Synth.json("""
                        {"name": "live-redirect", "default_url_redirect": {"https_redirect": true,
                         "redirect_response_code": "MOVED_PERMANENTLY_DEFAULT", "strip_query": false}}"""));
        assertThat(usual.only("google_compute_target_http_proxy")).isEqualTo(Synth.json("""
                        {"name": "live-redirect", "url_map": "${google_compute_url_map.Entry/RedirectUrlMap.id}"}"""));
        assertThat(usual.resource("google_compute_global_forwarding_rule", "Entry/Http"))
                .isEqualTo(Synth.json("""
                        {"name": "live-entry-http", "load_balancing_scheme": "EXTERNAL_MANAGED",
                         "ip_address": "${google_compute_global_address.Entry/Address.id}", "ip_protocol": "TCP",
                         "port_range": "80", "target": "${google_compute_target_http_proxy.Entry/HttpProxy.id}"}"""));
    }

    @Test
    void entry_policy_answers404ToWhateverNoRuleForwards() {
        JsonNode policy = usual.only("google_compute_security_policy");
        assertThat(policy.get("type").asText()).isEqualTo("CLOUD_ARMOR");
        assertThat(rule(policy, LAST)).isEqualTo(Synth.json("""
                        {"priority": 2147483647, "description": "Everything else", "action": "deny(404)",
                         "match": {"versioned_expr": "SRC_IPS_V1", "config": {"src_ip_ranges": ["*"]}}}"""));
        assertThat(rules(policy))
                .allSatisfy(rule -> assertThat(rule.path("preview").asBoolean()).isFalse())
                .extracting(rule -> rule.get("priority").asInt() + " "
                        + rule.get("description").asText() + " "
                        + rule.get("action").asText())
                .containsExactly(
                        "100 Events allow",
                        "110 Media allow",
                        "120 Socket allow",
                        "130 NodeReports allow",
                        "200 Admin allow",
                        "300 NothingElse deny(404)",
                        "400 WhipAndWhep allow",
                        "2147483647 Everything else deny(404)");
    }

    @Test
    void entry_adminApi_isOpenFromItsAddressesAlone() {
        JsonNode policy = usual.only("google_compute_security_policy");
        assertThat(expression(policy, 200))
                .startsWith("request.path.matches(r'^/streammanager/api/4\\.0/admin(?:/")
                .endsWith("') && (inIpRange(origin.ip, '203.0.113.0/24'))");
        assertThat(rules(policy))
                .filteredOn(rule -> rule.toString().contains("/admin"))
                .hasSize(1);
    }

    @Test
    void entry_manyAdmins_areRulesOfFourAddresses() {
        List<Cidr> ranges = IntStream.range(0, 9)
                .mapToObj(i -> Cidr.parse("203.0." + i + ".0/24"))
                .toList();
        JsonNode policy = GoogleSynth.of(stack -> new HttpsEntry(
                        stack,
                        "Entry",
                        entry().rules(StreamManagerPaths.rules(StreamManagerApi.V4_0, ranges, false))
                                .build()))
                .only("google_compute_security_policy");
        assertThat(expression(policy, 200))
                .endsWith("') && (inIpRange(origin.ip, '203.0.0.0/24') || inIpRange(origin.ip, '203.0.1.0/24')"
                        + " || inIpRange(origin.ip, '203.0.2.0/24') || inIpRange(origin.ip, '203.0.3.0/24'))");
        assertThat(expression(policy, 201)).contains("203.0.4.0/24").doesNotContain("203.0.8.0/24");
        assertThat(expression(policy, 202)).contains("203.0.8.0/24");
    }

    @Test
    void entry_otherwise_asAsked() {
        JsonNode service = unusual.only("google_compute_backend_service");
        assertThat(service.get("timeout_sec").asInt()).isEqualTo(7200);
        assertThat(service.get("connection_draining_timeout_sec").asInt()).isZero();
        assertThat(service.get("port_name").asText()).isEqualTo("stream-manager");
        assertThat(service.at("/backend/0/max_rate_per_instance").asInt()).isEqualTo(50);
        assertThat(service.get("log_config")).isEqualTo(Synth.json("{\"enable\": false}"));
        assertThat(unusual.only("google_compute_health_check")
                        .at("/http_health_check/port")
                        .asInt())
                .isEqualTo(80);
        JsonNode proxy = unusual.only("google_compute_target_https_proxy");
        assertThat(proxy.get("ssl_certificates")).isEqualTo(Synth.json("[\"live-2026\"]"));
        assertThat(proxy.get("http_keep_alive_timeout_sec").asInt()).isEqualTo(1200);
        JsonNode listener = unusual.only("google_compute_global_forwarding_rule");
        assertThat(listener.get("port_range").asText()).isEqualTo("443");
        assertThat(listener.get("ip_address").asText()).isEqualTo("198.51.100.7");
        assertThat(listener.get("labels")).isEqualTo(Synth.json("{\"team\": \"video\"}"));
        assertThat(unusual.all("google_compute_global_address")).isEmpty();
        assertThat(unusual.all("google_compute_managed_ssl_certificate")).isEmpty();
        assertThat(unusual.all("google_compute_target_http_proxy")).isEmpty();
    }

    @Test
    void entry_unprotected_givesItsAddressUp() {
        Synth unprotected = GoogleSynth.of(stack ->
                new HttpsEntry(stack, "Entry", entry().isProtected(false).build()));
        assertThat(unprotected.only("google_compute_global_address").toString()).doesNotContain("prevent_destroy");
    }

    @Test
    void fails_propsOutsideTheLoadBalancersLimits_allAtOnce() {
        assertThatThrownBy(() -> HttpsEntryProps.builder()
                        .name("Live")
                        .certificate(EntryCertificate.fromName("live"))
                        .rules(List.of(PathRule.forward("A", 1, "^/a$"), PathRule.forward("B", 1, "^/b$")))
                        .serverPort(0)
                        .sessionTimeout(Duration.ofSeconds(86_401))
                        .drain(Duration.ofSeconds(3601))
                        .clientKeepAlive(Duration.ofSeconds(1201))
                        .maxRatePerServer(0)
                        .address("live")
                        .logRate(1.1)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        address: got live, must be an IPv4 address, such as 203.0.113.7
                        clientKeepAlive: got 1201s, must be 5s to 1200s
                        drain: got 3601s, must be 0s to 3600s
                        groups: must be at least one, or there is nothing to forward to
                        health: must be given
                        logRate: got 1.1, must be 0 to 1
                        maxRatePerServer: got 0, must be 1 to 2147483647
                        name: got Live, must be %s
                        rules: got two with one name or priority, must be each with its own name and priority
                        serverPort: got 0, must be 1 to 65535
                        sessionTimeout: got 86401s, must be 1s to 86400s""".formatted(Texts.NAME_IS));
    }

    @Test
    void fails_groupsWhosePortsHaveDifferentNames() {
        IServerGroup other = new Samples.Group("other", "us-east1", "groups/other", "stream-manager");
        assertThatThrownBy(() -> entry().groups(List.of(Samples.group("us-central1"), other))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("groups: got groups whose ports have different names, must be one name of the servers'"
                        + " port, by which it is found");
    }

    @Test
    void fails_entryWithoutRules() {
        assertThatThrownBy(() -> HttpsEntryProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("rules: must be at least one, or nothing is forwarded");
    }

    @Test
    void fails_moreRulesThanAPolicyTakes() {
        List<PathRule> rules = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            rules.add(PathRule.forward("A" + i, i, "^/a$"));
        }
        assertThatThrownBy(() -> entry().rules(rules).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("rules: got 200, must be at most 199");
    }

    @Test
    void fails_certificatesThatGoogleDoesNotIssue() {
        assertThatThrownBy(() -> EntryCertificate.managed())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("domains: got 0 names, must be 1 to 100");
        assertThatThrownBy(() -> EntryCertificate.managed("*.example.com"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("domains: got *.example.com, must be host names in lower case without wildcards,"
                        + " such as live.example.com");
        assertThatThrownBy(() -> EntryCertificate.fromName("${x}"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("name: got ${x}, must be " + GoogleTexts.NAME_IS);
    }

    private static List<JsonNode> rules(JsonNode policy) {
        return StreamSupport.stream(policy.get("rule").spliterator(), false).toList();
    }

    private static JsonNode rule(JsonNode policy, int priority) {
        return rules(policy).stream()
                .filter(rule -> rule.get("priority").asInt() == priority)
                .findFirst()
                .orElseThrow();
    }

    private static String expression(JsonNode policy, int priority) {
        return rule(policy, priority).at("/match/expr/expression").asText();
    }
}
