package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.GoogleScaleIn;
import io.streamfleet.core.spec.GoogleScaleOut;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ServerGroupTest {
    private static final String GROUP = "google_compute_region_instance_group_manager";
    private static final String AUTOSCALER = "google_compute_region_autoscaler";

    @Test
    void group_withLongSessions_replacesAndMovesNobody() {
        assertThat(synth(props -> props).only(GROUP)).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager-us-central1", "region": "us-central1",
                         "base_instance_name": "live-stream-manager",
                         "version": [{"instance_template":
                            "${google_compute_region_instance_template.ServerTemplate/Template.self_link}"}],
                         "named_port": [{"name": "http", "port": 5080}],
                         "auto_healing_policies": {
                            "health_check": "${google_compute_health_check.HealingCheck/HealthCheck.id}",
                            "initial_delay_sec": 300},
                         "update_policy": {"type": "OPPORTUNISTIC", "instance_redistribution_type": "NONE",
                            "minimal_action": "REPLACE", "most_disruptive_allowed_action": "REPLACE",
                            "replacement_method": "SUBSTITUTE", "max_surge_fixed": 3, "max_unavailable_fixed": 0},
                         "instance_lifecycle_policy": {"force_update_on_repair": "YES"},
                         "lifecycle": {"create_before_destroy": true, "prevent_destroy": true},
                         "depends_on": ["google_compute_router_nat.Network/Nat-us-central1/Gateway"]}"""));
    }

    @Test
    void group_withoutProtection_canBeMadeAnew() {
        assertThat(synth(props -> props.isProtected(false)).only(GROUP).path("lifecycle"))
                .isEqualTo(Synth.json("{\"create_before_destroy\": true}"));
    }

    @Test
    void autoscaler_withLongSessions_onlyAdds() {
        assertThat(synth(props -> props).only(AUTOSCALER)).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager-us-central1", "region": "us-central1",
                         "target": "${google_compute_region_instance_group_manager.Managers/Group.id}",
                         "autoscaling_policy": {"mode": "ONLY_SCALE_OUT", "min_replicas": 2, "max_replicas": 6,
                            "cooldown_period": 180, "cpu_utilization": {"target": 0.6}}}"""));
    }

    @Test
    void group_withoutLongSessions_replacesInTurnAndMoves() {
        JsonNode policy = synth(props -> props.longSessions(false)).only(GROUP).at("/update_policy");

        assertThat(policy.at("/type").asText()).isEqualTo("PROACTIVE");
        assertThat(policy.at("/instance_redistribution_type").asText()).isEqualTo("PROACTIVE");
        assertThat(policy.at("/max_unavailable_fixed").asInt()).isZero();
    }

    @Test
    void group_withoutLongSessionsKeeping_replacesNobody() {
        assertThat(synth(props -> props.longSessions(false).rollout(Rollout.KEEP))
                        .only(GROUP)
                        .at("/update_policy/type")
                        .asText())
                .isEqualTo("OPPORTUNISTIC");
    }

    @Test
    void autoscaler_withoutScaleIn_onlyAddsWhateverTheSessions() {
        assertThat(synth(props -> props.longSessions(false))
                        .only(AUTOSCALER)
                        .at("/autoscaling_policy/mode")
                        .asText())
                .isEqualTo("ONLY_SCALE_OUT");
    }

    @Test
    void autoscaler_withScaleIn_removesSlowly() {
        JsonNode policy = synth(props -> props.longSessions(false)
                        .scaling(Scaling.outAndIn(new GoogleScaleOut(70), new GoogleScaleIn(Duration.ofMinutes(30), 1)))
                        .warmUp(Duration.ofSeconds(60)))
                .only(AUTOSCALER)
                .at("/autoscaling_policy");

        assertThat(policy).isEqualTo(Synth.json("""
                        {"mode": "ON", "min_replicas": 2, "max_replicas": 6, "cooldown_period": 60,
                         "cpu_utilization": {"target": 0.7},
                         "scale_in_control": {"time_window_sec": 1800, "max_scaled_in_replicas": {"fixed": 1}}}"""));
    }

    @Test
    void autoscaler_schedules_raiseTheMinimumUntilTheNext() {
        var schedules = new LinkedHashMap<String, Schedule>();
        schedules.put("day", new Schedule("0 8 * * MON-FRI", "Europe/Berlin", 4, 6));
        schedules.put("night", new Schedule("0 20 * * MON-FRI", "Europe/Berlin", 2, 6));

        assertThat(synth(props -> props.schedules(schedules))
                        .only(AUTOSCALER)
                        .at("/autoscaling_policy/scaling_schedules"))
                .isEqualTo(Synth.json("""
                        [{"name": "day", "schedule": "0 8 * * MON-FRI", "time_zone": "Europe/Berlin",
                          "duration_sec": 43200, "min_required_replicas": 4}]"""));
    }

    @Test
    void group_namedZones_areItsOwnAndCountItsSurge() {
        JsonNode group = synth(props -> props.zones(List.of("us-central1-a", "us-central1-f")))
                .only(GROUP);

        assertThat(group.at("/distribution_policy_zones"))
                .isEqualTo(Synth.json("[\"us-central1-a\", \"us-central1-f\"]"));
        assertThat(group.at("/update_policy/max_surge_fixed").asInt()).isEqualTo(2);
    }

    @Test
    void group_otherZones_isAnotherGroupByName() {
        assertThat(nameWith("us-central1-a", "us-central1-f"))
                .matches("live-stream-manager-us-central1-[0-9a-f]{8}")
                .isEqualTo(nameWith("us-central1-f", "us-central1-a"))
                .isNotEqualTo(nameWith("us-central1-a", "us-central1-b"));
    }

    private static String nameWith(String... zones) {
        Synth synth = synth(props -> props.zones(List.of(zones)));
        String name = synth.only(GROUP).get("name").asText();
        assertThat(synth.only(AUTOSCALER).get("name").asText()).isEqualTo(name);
        return name;
    }

    @Test
    void startAfter_resources_areWaitedForBesideTheWayOut() {
        Synth synth = GoogleSynth.of(stack -> {
            var group = new ServerGroup(
                    stack, "Managers", ServerSamples.group(stack).build());
            var other =
                    ComputeNetwork.Builder.create(stack, "Other").name("other").build();
            group.startAfter(List.of(other));
            group.startAfter(List.of(other));
        });

        assertThat(synth.only(GROUP).at("/depends_on")).isEqualTo(Synth.json("""
                        ["google_compute_router_nat.Network/Nat-us-central1/Gateway", "google_compute_network.Other"]"""));
    }

    @Test
    void healingCheck_byDefault_isSlow() {
        assertThat(synth(props -> props).only("google_compute_health_check")).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager-healing", "check_interval_sec": 30, "timeout_sec": 10,
                         "healthy_threshold": 2, "unhealthy_threshold": 10,
                         "http_health_check": {"port": 5079, "request_path": "/"}, "log_config": {"enable": true}}"""));
    }

    @Test
    void fails_whatCutsSessions_namesAll() {
        GoogleSynth.of(stack -> assertThatThrownBy(() -> ServerSamples.group(stack)
                        .scaling(
                                Scaling.outAndIn(GoogleScaleOut.byDefault(), new GoogleScaleIn(Duration.ofHours(1), 1)))
                        .rollout(Rollout.REFRESH)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        rollout: got refresh with long sessions, must be keep, or longSessions: false; a server that is \
                        replaced takes its sessions along
                        scaling: got scale-in with long sessions, must be scale-out alone, or longSessions: false; a server \
                        that is removed takes its sessions along"""));
    }

    @Test
    void fails_whatGoogleCannot_namesAll() {
        GoogleSynth.of(stack -> assertThatThrownBy(() -> ServerSamples.group(stack)
                        .rollout(Rollout.IDLE)
                        .zones(List.of("europe-west1-b"))
                        .grace(Duration.ofSeconds(3601))
                        .schedules(Map.of("day", new Schedule("0 8 * * *", "UTC", 1, 6)))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        grace: got 3601s, must be 0s to 1h
                        rollout: got idle, must be keep or refresh, since no server of a managed instance group can be held \
                        back
                        schedules.day.min: got 1, must be at least the group's (2), since a schedule on Google Cloud raises it \
                        for a while and lowers nothing; lower group.min, and raise it by schedules
                        zones: got europe-west1-b, must be zones of the template's region"""));
    }

    @Test
    void existing_group_isNeverChanged() {
        Synth synth = GoogleSynth.of(stack -> {
            IServerGroup group = ServerGroup.fromAttributes(
                    "live", "us-central1", "projects/p/regions/r/instanceGroups/live", "http");
            group.startAfter(List.of());
            assertThat(group.instanceGroup()).isEqualTo("projects/p/regions/r/instanceGroups/live");
        });

        assertThat(synth.json().has("resource")).isFalse();
    }

    private static Synth synth(UnaryOperator<ServerGroupPropsBuilder> change) {
        return GoogleSynth.of(stack -> new ServerGroup(
                stack, "Managers", change.apply(ServerSamples.group(stack)).build()));
    }
}
