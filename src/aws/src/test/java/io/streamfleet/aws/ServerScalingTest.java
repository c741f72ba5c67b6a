package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.spec.AwsTrack;
import io.streamfleet.core.spec.Notifications;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a group grows, shrinks, renews its servers, and whom it tells. */
class ServerScalingTest {
    @Test
    void scaling_default_addsOneAtSeventyPercentAndNeverRemoves() {
        Map<String, Object> alarm = ServerGroups.webrtc().only("AWS::CloudWatch::Alarm");
        assertThat(alarm)
                .containsEntry("Threshold", 70)
                .containsEntry("EvaluationPeriods", 2)
                .containsEntry("Period", 60)
                .containsEntry("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .containsEntry("TreatMissingData", "notBreaching");
        assertThat(ServerGroups.webrtc().only("AWS::AutoScaling::ScalingPolicy"))
                .containsEntry("PolicyType", "StepScaling")
                .containsEntry("AdjustmentType", "ChangeInCapacity")
                .containsEntry("EstimatedInstanceWarmup", 300)
                .containsEntry(
                        "StepAdjustments", List.of(Map.of("MetricIntervalLowerBound", 0, "ScalingAdjustment", 1)))
                .doesNotContainKey("Cooldown");
    }

    @Test
    void scaling_withScaleIn_removesUpToTheThreshold() {
        assertThat(ServerGroups.plain().properties("AWS::AutoScaling::ScalingPolicy"))
                .extracting(policy -> policy.get("StepAdjustments"))
                .containsExactlyInAnyOrder(
                        List.of(Map.of("MetricIntervalLowerBound", 0, "ScalingAdjustment", 2)),
                        List.of(Map.of("MetricIntervalUpperBound", 0, "ScalingAdjustment", -1)));
        assertThat(ServerGroups.plain().properties("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> "LessThanOrEqualToThreshold".equals(alarm.get("ComparisonOperator")))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm)
                        .containsEntry("Threshold", 30)
                        .containsEntry("Period", 900)
                        .containsEntry("TreatMissingData", "notBreaching"));
    }

    @Test
    void scaling_track_neverRemovesWithLongSessions() {
        Synth tracked = ServerGroups.synth(props -> props.scaling(Scaling.track(new AwsTrack(60))));
        Synth brief = ServerGroups.synth(props -> props.longSessions(false).scaling(Scaling.track(new AwsTrack(60))));
        assertThat(brief.only("AWS::AutoScaling::ScalingPolicy").toString()).contains("DisableScaleIn=false");
        assertThat(tracked.only("AWS::AutoScaling::ScalingPolicy"))
                .containsEntry("PolicyType", "TargetTrackingScaling")
                .satisfies(policy -> assertThat(policy.get("TargetTrackingConfiguration"))
                        .isEqualTo(Map.of(
                                "DisableScaleIn",
                                true,
                                "PredefinedMetricSpecification",
                                Map.of("PredefinedMetricType", "ASGAverageCPUUtilization"),
                                "TargetValue",
                                60)));
        assertThat(tracked.types()).doesNotContain("AWS::CloudWatch::Alarm");
    }

    @Test
    void rollout_longSessions_hasNoUpdatePolicy() {
        assertThat(ServerGroups.resource(ServerGroups.webrtc())).doesNotContainKey("UpdatePolicy");
    }

    @Test
    void rollout_refresh_replacesInTurnAndLeavesScheduledBoundsAlone() {
        assertThat(ServerGroups.resource(ServerGroups.plain()).get("UpdatePolicy"))
                .isEqualTo(Map.of(
                        "AutoScalingInstanceRefresh",
                        Map.of(
                                "Strategy",
                                "Rolling",
                                "Preferences",
                                Map.of("MinHealthyPercentage", 100, "MaxHealthyPercentage", 150, "SkipMatching", true)),
                        "AutoScalingScheduledAction",
                        Map.of("IgnoreUnmodifiedGroupSizeProperties", true)));
    }

    @Test
    void schedule_setsBoundsInItsTimeZone() {
        Map<String, Object> evening = ServerGroups.plain().only("AWS::AutoScaling::ScheduledAction");
        assertThat(evening)
                .containsEntry("Recurrence", "0 18 * * *")
                .containsEntry("TimeZone", "Europe/Berlin")
                .containsEntry("MinSize", 4)
                .containsEntry("MaxSize", 6)
                .doesNotContainKey("DesiredCapacity");
    }

    @Test
    void notifications_email_hasAnEncryptedTopicOfItsOwn() {
        assertThat(ServerGroups.group(ServerGroups.plain())
                        .get("NotificationConfigurations")
                        .toString())
                .contains(
                        "autoscaling:EC2_INSTANCE_LAUNCH,",
                        "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                        "autoscaling:EC2_INSTANCE_TERMINATE,",
                        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR");
        assertThat(ServerGroups.plain().only("AWS::SNS::Topic")).containsKey("KmsMasterKeyId");
        assertThat(ServerGroups.plain().only("AWS::SNS::Subscription"))
                .containsEntry("Protocol", "email")
                .containsEntry("Endpoint", "ops@example.com");
        assertThat(ServerGroups.plain().only("AWS::KMS::Key").toString())
                .contains("EnableKeyRotation=true", "AWSServiceRoleForAutoScaling", "cloudwatch.amazonaws.com");
        assertThat(ServerGroups.plain().only("AWS::SNS::TopicPolicy").toString())
                .contains("aws:SecureTransport");
    }

    @Test
    void notifications_topic_isTheOneGiven() {
        String arn = "arn:aws:sns:us-east-1:111122223333:ops";
        Synth told = ServerGroups.synth(props -> props.notifications(new Notifications.Topic(arn)));
        assertThat(ServerGroups.group(told).get("NotificationConfigurations").toString())
                .contains(arn);
        assertThat(told.types()).doesNotContain("AWS::SNS::Topic", "AWS::KMS::Key");
    }
}
