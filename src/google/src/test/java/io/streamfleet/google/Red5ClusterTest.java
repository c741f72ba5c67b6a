package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.TestingAppConfig;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.terraform.Synth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        created = synth(Descriptions.CREATED);
        existing = synth(Descriptions.EXISTING);
    }

    @Test
    void created_types_areThoseOfTheDesign() {
        assertThat(types(created))
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
        assertThat(types(existing))
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
        Synth retiring = synth(Descriptions.CREATED.replace("  group: {", "  drain: { retireAfter: 1h }\n  group: {"));

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
        Synth synth = synth(description);

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
    void everyCluster_names_beginWithTheDeployments() {
        created.json().at("/resource").properties().forEach(type -> type.getValue()
                .forEach(resource -> {
                    JsonNode name = resource.has("name_prefix") ? resource.path("name_prefix") : resource.path("name");
                    boolean isNameOfAnother = Set.of(
                                    "google_sql_database", "google_sql_user", "google_dns_record_set", INSTANCE)
                            .contains(type.getKey());
                    if (!name.isMissingNode() && !isNameOfAnother) {
                        assertThat(name.asText()).as(type.getKey()).startsWith("live");
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a-name-of-23-characters"})
    void everyCluster_shortestAndLongestName_fits(String name) {
        Synth synth = synth(Descriptions.CREATED
                .replace("name: live\n", "name: " + name + "\n")
                .replace("us-central1", "northamerica-northeast1"));

        assertThat(synth.only("google_service_account").at("/account_id").asText())
                .isEqualTo(name + "-server")
                .hasSizeBetween(6, 30);
        assertThat(synth.json().at("/resource").properties()).allSatisfy(type -> assertThat(type.getValue())
                .allSatisfy(resource -> assertThat(resource.path("name").asText())
                        .as(type.getKey())
                        .hasSizeLessThanOrEqualTo(63)));
    }

    @Test
    void existing_unprotected_mayAllGo() {
        assertThat(existing.json().toString()).doesNotContain("prevent_destroy").contains("create_before_destroy");
    }

    @Test
    void existing_stateAndProject_areTheDescriptions() {
        assertThat(existing.json().at("/terraform/backend"))
                .isEqualTo(Synth.json("{\"gcs\": {\"bucket\": \"corp-state\", \"prefix\": \"streamfleet/corp\"}}"));
        assertThat(existing.json().at("/provider/google")).isEqualTo(Synth.json("[{\"project\": \"corp-project\"}]"));
    }

    @Test
    void created_outputs_haveNamesThatStay() {
        assertThat(created.json().at("/output").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "entry_url",
                        "entry_address",
                        "group_names",
                        "database_endpoint",
                        "nat_addresses",
                        "server_account",
                        "scale_policy",
                        "launch_configuration",
                        "node_group");
        assertThat(created.json().at("/output/group_names/value"))
                .isEqualTo(Synth.json(
                        "[\"live-stream-manager-us-central1\", \"live-stream-manager-europe-west1-584fa7b6\"]"));
        assertThat(created.json().at("/output/database_endpoint/value").asText())
                .isEqualTo("${google_sql_database_instance.Cluster/Database/Instance.private_ip_address}:3306");
    }

    @Test
    void existing_outputs_nameTheRecordAndTheAddressesToLetIn() {
        assertThat(existing.json().at("/output/dns_record_to_create/value").asText())
                .isEqualTo("streaming.example.com. A 203.0.113.7");
        assertThat(existing.json().at("/output/nat_addresses/value"))
                .isEqualTo(
                        Synth.json("[\"${google_compute_address.Cluster/Network/Nat-europe-west1/Address.address}\"]"));
        assertThat(existing.json().at("/output/database_endpoint/value").asText())
                .isEqualTo("db.example.com:3307");
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

        assertThat(types(synth))
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

    private static Synth synth(String description) {
        return Synth.of(Red5Stack.of(Testing.app(TestingAppConfig.builder().build()), Descriptions.plan(description)));
    }

    private static List<String> types(Synth synth) {
        var types = new ArrayList<String>();
        synth.json().at("/resource").fieldNames().forEachRemaining(types::add);
        return types;
    }
}
