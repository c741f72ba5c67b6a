package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Red5ClusterTest {
    private static final String GROUP = "google_compute_region_instance_group_manager";
    private static final String AUTOSCALER = "google_compute_region_autoscaler";
    private static final String TEMPLATE = "google_compute_region_instance_template";
    private static final String INSTANCE = "google_sql_database_instance";

    private static Synth created;
    private static Synth existing;

    @BeforeAll
    static void synthesise() {
        created = Descriptions.stack(Descriptions.CREATED);
        existing = Descriptions.stack(Descriptions.EXISTING);
    }

    @Test
    void created_types_areThoseOfTheDesign() {
        assertThat(created.types())
                .containsExactlyInAnyOrder(
                        "google_compute_address",
                        "google_compute_backend_service",
                        "google_compute_firewall",
                        "google_compute_global_address",
                        "google_compute_global_forwarding_rule",
                        "google_compute_health_check",
                        "google_compute_image",
                        "google_compute_managed_ssl_certificate",
                        "google_compute_network",
                        "google_compute_region_autoscaler",
                        "google_compute_region_instance_group_manager",
                        "google_compute_region_instance_template",
                        "google_compute_router",
                        "google_compute_router_nat",
                        "google_compute_security_policy",
                        "google_compute_ssl_policy",
                        "google_compute_subnetwork",
                        "google_compute_target_http_proxy",
                        "google_compute_target_https_proxy",
                        "google_compute_url_map",
                        "google_dns_record_set",
                        "google_monitoring_alert_policy",
                        "google_monitoring_notification_channel",
                        "google_project_iam_custom_role",
                        "google_project_iam_member",
                        "google_secret_manager_secret_iam_member",
                        "google_service_account",
                        "google_service_networking_connection",
                        "google_sql_database",
                        "google_sql_database_instance",
                        "google_sql_user");
    }

    @Test
    void existing_types_areFewer() {
        assertThat(existing.types())
                .contains("google_compute_router_nat", "google_compute_forwarding_rule", "google_dns_managed_zone")
                .doesNotContain(
                        "google_compute_network",
                        "google_compute_subnetwork",
                        "google_compute_image",
                        "google_compute_managed_ssl_certificate",
                        "google_compute_target_http_proxy",
                        "google_compute_global_address",
                        "google_service_networking_connection",
                        "google_sql_database",
                        "google_sql_database_instance",
                        "google_sql_user",
                        "google_monitoring_alert_policy");
        assertThat(existing.json().has("ephemeral")).isFalse();
    }

    @Test
    void created_regions_haveAGroupEachAndShareTheRest() {
        assertThat(created.all(GROUP))
                .containsOnlyKeys("Cluster/Managers-us-central1/Group", "Cluster/Managers-europe-west1/Group");
        assertThat(created.all(AUTOSCALER)).hasSize(2);
        assertThat(created.all(TEMPLATE)).hasSize(2);
        assertThat(created.all("google_compute_image")).hasSize(1);
        assertThat(created.all("google_service_account")).hasSize(1);
        assertThat(created.all(INSTANCE)).hasSize(1);
        assertThat(created.only("google_compute_backend_service").at("/backend"))
                .hasSize(2);
        assertThat(created.all("google_compute_health_check"))
                .containsOnlyKeys("Cluster/Healing/HealthCheck", "Cluster/Entry/HealthCheck");
        assertThat(created.resource(GROUP, "Cluster/Managers-europe-west1/Group")
                        .at("/distribution_policy_zones"))
                .isEqualTo(Synth.json("[\"europe-west1-b\", \"europe-west1-c\"]"));
    }

    @Test
    void retireAfter_servers_mayRemoveThemselvesBeforeTheyStart() {
        String role = "Cluster/Identity/RetirerRole";
        assertThat(created.all("google_project_iam_custom_role")).doesNotContainKey(role);
        Synth retiring = Descriptions.stack(
                Descriptions.CREATED.replace("  group: {", "  drain: { retireAfter: 1h }\n  group: {"));

        assertThat(retiring.all("google_project_iam_custom_role")).containsKey(role);
        assertThat(retiring.resource(GROUP, "Cluster/Managers-us-central1/Group")
                        .get("depends_on"))
                .extracting(JsonNode::asText)
                .contains("google_project_iam_member.Cluster/Identity/MayRetire");
    }

    @Test
    void created_serversWithWebRtc_areNeverRemovedByLoadOrByUpdates() {
        assertThat(created.all(AUTOSCALER).values()).allSatisfy(autoscaler -> assertThat(
                        autoscaler.at("/autoscaling_policy/mode").asText())
                .isEqualTo("ONLY_SCALE_OUT"));
        assertThat(created.all(GROUP).values()).allSatisfy(group -> {
            assertThat(group.at("/update_policy/type").asText()).isEqualTo("OPPORTUNISTIC");
            assertThat(group.at("/update_policy/instance_redistribution_type").asText())
                    .isEqualTo("NONE");
        });
    }

    @Test
    void existing_serversWithoutWebRtc_followTheLoadAndTheSchedule() {
        JsonNode policy = existing.only(AUTOSCALER).at("/autoscaling_policy");

        assertThat(policy).isEqualTo(Synth.json("""
                        {"mode": "ON", "min_replicas": 1, "max_replicas": 4, "cooldown_period": 180,
                         "cpu_utilization": {"target": 0.5},
                         "scale_in_control": {"time_window_sec": 600, "max_scaled_in_replicas": {"fixed": 2}},
                         "scaling_schedules": [{"name": "day", "schedule": "0 8 * * MON-FRI",
                            "time_zone": "Europe/Berlin", "duration_sec": 43200, "min_required_replicas": 3}]}"""));
        assertThat(existing.only(GROUP).at("/update_policy/type").asText()).isEqualTo("PROACTIVE");
    }

    @Test
    void existing_entry_isAsDescribed() {
        JsonNode backend = existing.only("google_compute_backend_service");
        assertThat(backend.at("/timeout_sec").asInt()).isEqualTo(600);
        assertThat(backend.at("/connection_draining_timeout_sec").asInt()).isEqualTo(300);
        assertThat(existing.all("google_compute_global_forwarding_rule"))
                .containsOnlyKeys("Cluster/Entry/Https")
                .allSatisfy((path, rule) ->
                        assertThat(rule.at("/ip_address").asText()).isEqualTo("203.0.113.7"));
    }

    @Test
    void created_groups_waitForWhatNoAttributeRefersTo() {
        List<String> waited = new ArrayList<>();
        created.resource(GROUP, "Cluster/Managers-us-central1/Group")
                .at("/depends_on")
                .forEach(each -> waited.add(each.asText()));

        assertThat(waited)
                .contains(
                        "google_compute_router_nat.Cluster/Network/Nat-us-central1/Gateway",
                        "google_sql_database.Cluster/Database/Schema",
                        "google_sql_user.Cluster/Database/User",
                        "google_secret_manager_secret_iam_member.Cluster/Identity/TierSecret",
                        "google_project_iam_member.Cluster/Nodes/MayLaunch",
                        "google_project_iam_member.Cluster/Nodes/MayEnd",
                        "google_compute_firewall.Cluster/Flows/EntryToStreamManagerTcp5080Ingress",
                        "google_compute_firewall.Cluster/Flows/StreamManagerToDatabaseTcp3306Egress",
                        "google_compute_firewall.Cluster/Flows/StreamManagerToInternetTcp443Egress")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {Descriptions.CREATED, Descriptions.EXISTING})
    void everyCluster_dependencies_haveNoCycle(String description) {
        Synth synth = Descriptions.stack(description);

        assertThat(synth.needs()).hasSizeGreaterThan(30);
        synth.checkNoCycle();
    }

    @Test
    void created_startupScript_isOneForAllAndHoldsOneValueOfTheCloud() {
        List<String> scripts = created.all(TEMPLATE).values().stream()
                .map(template -> template.at("/metadata/startup-script").asText())
                .distinct()
                .toList();

        assertThat(scripts).hasSize(1);
        assertThat(scripts.get(0)).startsWith("#!/bin/sh\n");
        assertThat(Pattern.compile("(?<![$])\\$\\{[^}]*}")
                        .matcher(scripts.get(0))
                        .results()
                        .map(result -> result.group()))
                .isNotEmpty()
                .containsOnly("${google_sql_database_instance.Cluster/Database/Instance.private_ip_address}");
    }

    @Test
    void existing_startupScript_holdsNoValueOfTheCloud() {
        String script = existing.only(TEMPLATE).at("/metadata/startup-script").asText();

        assertThat(script).isNotEmpty().doesNotContainPattern("(?<![$])\\$\\{");
        assertThat(existing.only(TEMPLATE).at("/disk/0/disk_type").asText()).isEqualTo("hyperdisk-balanced");
    }

    @Test
    void given_networkAndDatabase_standInForTheDescriptions() {
        Synth synth = GoogleSynth.of(stack -> {
            ClusterPlan plan = Descriptions.plan(Descriptions.CREATED);
            new Red5Cluster(
                    stack,
                    "Cluster",
                    Red5ClusterProps.builder()
                            .plan(plan)
                            .network(network("live", "us-central1", "europe-west1"))
                            .database(Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                                    .host("10.60.0.3")
                                    .user("streammanager")
                                    .build()))
                            .certificate(EntryCertificate.fromName("mine"))
                            .build());
        });

        assertThat(synth.types())
                .doesNotContain(
                        "google_compute_network",
                        "google_sql_database_instance",
                        "google_compute_managed_ssl_certificate");
        assertThat(synth.only("google_compute_target_https_proxy")
                        .at("/ssl_certificates/0")
                        .asText())
                .isEqualTo("mine");
    }

    @Test
    void fails_given_whatDoesNotFitThePlan() {
        assertThatThrownBy(() -> Red5ClusterProps.builder()
                        .plan(Descriptions.plan(Descriptions.EXISTING))
                        .network(network("other", "us-central1"))
                        .database(Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                                .host("10.60.0.3")
                                .user("streammanager")
                                .build()))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        database: got a database beside the description's existing one, must be one of the two
                        network: got a network of another name, must be one of the plan's name, by which Stream Managers \
                        find it; name it in the description: google.network.existing.network""");
        assertThatThrownBy(() -> Red5ClusterProps.builder()
                        .plan(Descriptions.plan(Descriptions.CREATED))
                        .network(network("live", "us-central1"))
                        .build())
                .hasMessage(
                        "network: got a network without some of the plan's regions, must be one with a subnetwork in"
                                + " each of [us-central1, europe-west1]");
        assertThatThrownBy(() -> Red5ClusterProps.builder().build()).hasMessage("plan: must be given");
        assertThatThrownBy(() -> Red5StackProps.builder().build()).hasMessage("cluster: must be given");
    }

    private static INetwork network(String name, String... regions) {
        var subnetworks = new TreeMap<String, String>();
        for (String region : regions) {
            subnetworks.put(region, "projects/p/regions/" + region + "/subnetworks/servers");
        }
        List<INetwork> made = new ArrayList<>();
        GoogleSynth.of(stack -> made.add(Network.fromAttributes(
                stack,
                "Network",
                NetworkAttributes.builder()
                        .name("live")
                        .network("projects/p/global/networks/" + name)
                        .subnetworks(subnetworks)
                        .build())));
        return made.get(0);
    }
}
