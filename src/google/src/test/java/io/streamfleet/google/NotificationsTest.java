package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.Group;
import io.streamfleet.terraform.Synth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static Synth told;

    @BeforeAll
    static void synthesise() {
        told = GoogleSynth.of(stack -> new Notifications(
                stack,
                "Notifications",
                NotificationsProps.builder()
                        .name("live")
                        .email("ops@example.com")
                        .groups(Samples.GROUPS)
                        .size(new Group(2, 6))
                        .labels(Map.of("team", "video"))
                        .build()));
    }

    @Test
    void notifications_channel_isTheAddress() {
        assertThat(told.only("google_monitoring_notification_channel")).isEqualTo(Synth.json("""
                        {"display_name": "live servers", "type": "email",
                         "labels": {"email_address": "ops@example.com"}, "user_labels": {"team": "video"}}"""));
        assertThat(told.all("google_monitoring_alert_policy").values())
                .hasSize(3)
                .allSatisfy(policy -> assertThat(policy.get("notification_channels"))
                        .isEqualTo(
                                Synth.json("[\"${google_monitoring_notification_channel.Notifications/Email.id}\"]")));
    }

    @Test
    void notifications_fullGroup_isOneWithItsMostServers() {
        assertThat(condition("Full", 0)).isEqualTo(Synth.json("""
                        {"display_name": "live-us-central1 has its most servers", "condition_threshold": {
                          "filter": "metric.type=\\"compute.googleapis.com/instance_group/size\\" AND\
                         resource.type=\\"instance_group\\" AND resource.labels.instance_group_name=\\"live-us-central1\\"",
                          "comparison": "COMPARISON_GT", "threshold_value": 5, "duration": "300s",
                          "aggregations": [{"alignment_period": "60s", "per_series_aligner": "ALIGN_MEAN"}]}}"""));
    }

    @Test
    void notifications_lackingServers_areFewerThanTheLeast() {
        JsonNode threshold = condition("Lacking", 1).get("condition_threshold");
        assertThat(threshold.get("comparison").asText()).isEqualTo("COMPARISON_LT");
        assertThat(threshold.get("threshold_value").asInt()).isEqualTo(2);
        assertThat(threshold.get("duration").asText()).isEqualTo("900s");
        assertThat(threshold.get("filter").asText()).contains("\"live-europe-west1\"");
    }

    @Test
    void notifications_moreGroupsThanAPolicyHasConditions_areInSeveral() {
        List<IServerGroup> eight = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> ServerGroup.fromAttributes("live-" + i, "us-east" + i, "instances-" + i, "http"))
                .toList();
        Synth synth = GoogleSynth.of(stack -> new Notifications(
                stack,
                "Notifications",
                NotificationsProps.builder()
                        .name("live")
                        .email("ops@example.com")
                        .groups(eight)
                        .size(new Group(2, 6))
                        .build()));
        assertThat(synth.all("google_monitoring_alert_policy")).hasSize(5).allSatisfy((id, policy) -> assertThat(
                        policy.get("conditions").size())
                .isLessThanOrEqualTo(6));
        for (String id : List.of("Full", "Lacking")) {
            List<String> watched = Stream.of(id, id + "2")
                    .map(each -> synth.resource("google_monitoring_alert_policy", "Notifications/" + each))
                    .flatMap(policy -> policy.get("conditions").findValuesAsText("filter").stream())
                    .toList();
            assertThat(watched).hasSize(8);
            assertThat(watched.get(7)).endsWith("instance_group_name=\"live-8\"");
        }
    }

    @Test
    void notifications_failingServer_isOneThatWasHealthy() {
        assertThat(condition("Failing", 0).at("/condition_matched_log/filter").asText())
                .isEqualTo("log_id(\"compute.googleapis.com/healthchecks\") AND resource.type=\"gce_instance_group\""
                        + " AND (resource.labels.instance_group_name=\"live-us-central1\""
                        + " OR resource.labels.instance_group_name=\"live-europe-west1\")"
                        + " AND jsonPayload.healthCheckProbeResult.healthState=\"UNHEALTHY\""
                        + " AND jsonPayload.healthCheckProbeResult.previousHealthState=\"HEALTHY\"");
        assertThat(policy("Failing")
                        .at("/alert_strategy/notification_rate_limit/period")
                        .asText())
                .isEqualTo("300s");
    }

    @Test
    void fails_nobodyToTellOfNothing() {
        assertThatThrownBy(() -> NotificationsProps.builder()
                        .name("live")
                        .email("ops")
                        .size(new Group(2, 6))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("email: got ops, must be an e-mail address, such as ops@example.com\n"
                        + "groups: must be at least one, or there is nothing to tell");
    }

    private static JsonNode policy(String id) {
        return told.resource("google_monitoring_alert_policy", "Notifications/" + id);
    }

    private static JsonNode condition(String id, int number) {
        return policy(id).at("/conditions/" + number);
    }
}
