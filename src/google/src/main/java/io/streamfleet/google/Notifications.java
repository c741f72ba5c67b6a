package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicy;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyAlertStrategy;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyAlertStrategyNotificationRateLimit;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyConditions;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyConditionsConditionMatchedLog;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyConditionsConditionThreshold;
import com.hashicorp.cdktf.providers.google.monitoring_alert_policy.MonitoringAlertPolicyConditionsConditionThresholdAggregations;
import com.hashicorp.cdktf.providers.google.monitoring_notification_channel.MonitoringNotificationChannel;
import io.streamfleet.terraform.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * Tells someone by e-mail when groups of servers are full, lack servers, or a server fails.
 *
 * <p>Creates a channel and alert policies of Cloud Monitoring: three, or more where there are many groups. Google tells of no single server that comes or goes: a
 * group with its most servers for five minutes can grow no more, one with fewer than its least for fifteen cannot start
 * any, for want of quota or capacity, and the load balancers' checks log each server whose health they find gone. Costs
 * alert policies by their conditions.
 */
public final class Notifications extends Construct {
    /** What an alert policy has at most: https://cloud.google.com/monitoring/quotas#alerting_uptime_limits. */
    private static final int MOST_CONDITIONS = 6;

    private final NotificationsProps props;
    private final Map<String, String> labels;
    private final List<String> groups;
    private final MonitoringNotificationChannel channel;
    private final List<MonitoringAlertPolicy> full;
    private final List<MonitoringAlertPolicy> lacking;
    private final MonitoringAlertPolicy failing;

    /**
     * Creates the notifications.
     *
     * @param scope what they belong to
     * @param id name within the scope
     * @param props who is told of what
     */
    public Notifications(Construct scope, String id, NotificationsProps props) {
        super(scope, id);
        this.props = props;
        labels = Tagging.GOOGLE.of(props.labels());
        groups = props.groups().stream().map(IServerGroup::groupName).toList();
        channel = createChannel();
        full = tellOfFullGroups();
        lacking = tellOfLackingServers();
        failing = tellOfFailingServers();
    }

    /** Returns the way that messages go. */
    public MonitoringNotificationChannel channel() {
        return channel;
    }

    /** Returns what tells that a group can grow no more. */
    public List<MonitoringAlertPolicy> full() {
        return full;
    }

    /** Returns what tells that a group has fewer servers than its least. */
    public List<MonitoringAlertPolicy> lacking() {
        return lacking;
    }

    /** Returns what tells that a server has become unhealthy. */
    public MonitoringAlertPolicy failing() {
        return failing;
    }

    private MonitoringNotificationChannel createChannel() {
        return MonitoringNotificationChannel.Builder.create(this, "Email")
                .displayName(props.name() + " servers")
                .type("email")
                .labels(Map.of("email_address", props.email()))
                .userLabels(Tagging.orAbsent(labels))
                .build();
    }

    private List<MonitoringAlertPolicy> tellOfFullGroups() {
        String what = "has its most servers";
        return tellOfGroups(
                "Full",
                what,
                group -> whenSize(group, "COMPARISON_GT", props.size().max() - 1, "300s", what));
    }

    private List<MonitoringAlertPolicy> tellOfLackingServers() {
        String what = "has fewer servers than its least";
        return tellOfGroups(
                "Lacking",
                what,
                group -> whenSize(group, "COMPARISON_LT", props.size().min(), "900s", what));
    }

    private List<MonitoringAlertPolicy> tellOfGroups(
            String id, String what, Function<String, MonitoringAlertPolicyConditions> when) {
        List<MonitoringAlertPolicy> policies = new ArrayList<>();
        for (int first = 0; first < groups.size(); first += MOST_CONDITIONS) {
            String number = first == 0 ? "" : String.valueOf(first / MOST_CONDITIONS + 1);
            policies.add(policy(id + number, what + (first == 0 ? "" : " (" + number + ")"))
                    .conditions(groups.subList(first, Math.min(first + MOST_CONDITIONS, groups.size())).stream()
                            .map(when)
                            .toList())
                    .build());
        }
        return List.copyOf(policies);
    }

    private MonitoringAlertPolicyConditions whenSize(
            String group, String comparison, int threshold, String duration, String what) {
        return MonitoringAlertPolicyConditions.builder()
                .displayName(group + " " + what)
                .conditionThreshold(MonitoringAlertPolicyConditionsConditionThreshold.builder()
                        .filter("metric.type=\"compute.googleapis.com/instance_group/size\""
                                + " AND resource.type=\"instance_group\""
                                + " AND resource.labels.instance_group_name=\"" + group + "\"")
                        .comparison(comparison)
                        .thresholdValue(threshold)
                        .duration(duration)
                        .aggregations(List.of(MonitoringAlertPolicyConditionsConditionThresholdAggregations.builder()
                                .alignmentPeriod("60s")
                                .perSeriesAligner("ALIGN_MEAN")
                                .build()))
                        .build())
                .build();
    }

    /** A condition on logs stands alone in its policy, and must say how often it may tell. */
    private MonitoringAlertPolicy tellOfFailingServers() {
        String anyGroup = groups.stream()
                .map(group -> "resource.labels.instance_group_name=\"" + group + "\"")
                .collect(Collectors.joining(" OR "));
        return policy("Failing", "a server has become unhealthy")
                .conditions(List.of(MonitoringAlertPolicyConditions.builder()
                        .displayName("a server has become unhealthy")
                        .conditionMatchedLog(MonitoringAlertPolicyConditionsConditionMatchedLog.builder()
                                .filter("log_id(\"compute.googleapis.com/healthchecks\")"
                                        + " AND resource.type=\"gce_instance_group\""
                                        + " AND (" + anyGroup + ")"
                                        + " AND jsonPayload.healthCheckProbeResult.healthState=\"UNHEALTHY\""
                                        + " AND jsonPayload.healthCheckProbeResult.previousHealthState=\"HEALTHY\"")
                                .build())
                        .build()))
                .alertStrategy(MonitoringAlertPolicyAlertStrategy.builder()
                        .notificationRateLimit(MonitoringAlertPolicyAlertStrategyNotificationRateLimit.builder()
                                .period("300s")
                                .build())
                        .autoClose("1800s")
                        .build())
                .build();
    }

    private MonitoringAlertPolicy.Builder policy(String id, String what) {
        return MonitoringAlertPolicy.Builder.create(this, id)
                .displayName(props.name() + ": " + what)
                .combiner("OR")
                .notificationChannels(List.of(channel.getId()))
                .userLabels(Tagging.orAbsent(labels));
    }
}
