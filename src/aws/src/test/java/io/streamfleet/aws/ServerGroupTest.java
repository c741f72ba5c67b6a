package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTrack;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.CfnPlacementGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;

class ServerGroupTest {
    private static final String TARGETS =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/live/0123456789abcdef";
    private static final AwsScaleOut OUT = new AwsScaleOut(80, 3, Duration.ofMinutes(2), 2, Duration.ofSeconds(240));
    private static final AwsScaleIn IN = new AwsScaleIn(30, 2, Duration.ofMinutes(15), 1, Duration.ofSeconds(180));
    private static final Schedule EVENING = new Schedule("0 18 * * *", "Europe/Berlin", 4, 6);

    private static Synth webrtc;
    private static Synth plain;

    @BeforeAll
    static void synthesise() {
        webrtc = synth(props -> props);
        plain = synth(props -> props.longSessions(false)
                .scaling(Scaling.outAndIn(OUT, IN))
                .schedules(Map.of("Evening", EVENING))
                .notifications(new Notifications.Email("ops@example.com"))
                .tags(Map.of("streamfleet:tier", "streamManager")));
    }

    private static Synth synth(UnaryOperator<ServerGroupPropsBuilder> change) {
        return Synth.of(stack -> create(stack, change));
    }

    private static ServerGroup create(Stack stack, UnaryOperator<ServerGroupPropsBuilder> change) {
        INetwork network = TestNetwork.in(stack);
        IServerTemplate template = new ServerTemplate(
                stack,
                "Template",
                ServerTemplateProps.builder()
                        .name("live-stream-manager")
                        .network(network)
                        .image(ServerImage.fromId("ami-0123456789abcdef0"))
                        .instanceType("c5.large")
                        .build());
        ServerGroupPropsBuilder props = ServerGroupProps.builder()
                .network(network)
                .template(template)
                .size(new Group(2, 6))
                .targetGroupArns(List.of(TARGETS));
        return new ServerGroup(stack, "Servers", change.apply(props).build());
    }

    private static Map<String, Object> group(Synth synth) {
        return synth.only("AWS::AutoScaling::AutoScalingGroup");
    }

    private static Map<String, Object> resource(Synth synth) {
        return synth.resources("AWS::AutoScaling::AutoScalingGroup").get(0);
    }

    @Test
    void group_standsInAllPrivateSubnets() {
        assertThat(group(webrtc))
                .containsEntry("VPCZoneIdentifier", List.of("subnet-0000000000000000c", "subnet-0000000000000000d"))
                .containsEntry("TargetGroupARNs", List.of(TARGETS));
    }

    @Test
    void group_ofServersWithPublicAddresses_standsInPublicSubnets() {
        Synth open = Synth.of(stack -> {
            INetwork network = TestNetwork.in(stack);
            ServerTemplate template = new ServerTemplate(
                    stack,
                    "Template",
                    ServerTemplateProps.builder()
                            .name("calls-server")
                            .network(network)
                            .image(ServerImage.fromId("ami-0123456789abcdef0"))
                            .instanceType("c5.large")
                            .publicAddress(true)
                            .build());
            new ServerGroup(
                    stack,
                    "Servers",
                    ServerGroupProps.builder()
                            .network(network)
                            .template(template)
                            .size(new Group(2, 6))
                            .scaling(Scaling.none())
                            .build());
        });
        assertThat(group(open))
                .containsEntry("VPCZoneIdentifier", List.of("subnet-0000000000000000a", "subnet-0000000000000000b"))
                .containsEntry("HealthCheckType", "EC2")
                .doesNotContainKey("TargetGroupARNs");
        assertThat(open.types()).doesNotContain("AWS::AutoScaling::ScalingPolicy", "AWS::CloudWatch::Alarm");
    }

    @Test
    void fromAttributes_existing_isNamedWithoutBeingCreated() {
        Synth existing = Synth.of(stack -> {
            IServerGroup group = ServerGroup.fromAttributes(
                    stack, "theirs", SecurityGroup.fromSecurityGroupId(stack, "Theirs", "sg-0123456789abcdef0"));
            assertThat(group.groupName()).isEqualTo("theirs");
            assertThat(group.groupArn()).endsWith(":autoScalingGroup:*:autoScalingGroupName/theirs");
            group.startAfter(List.of(stack));
        });
        assertThat(existing.template()).doesNotContainKey("Resources");
    }

    @Test
    void group_size_leavesTheDesiredCapacityAlone() {
        assertThat(group(webrtc))
                .containsEntry("MinSize", "2")
                .containsEntry("MaxSize", "6")
                .doesNotContainKey("DesiredCapacity")
                .doesNotContainKey("Cooldown");
    }

    @Test
    void group_health_isTheLoadBalancers() {
        assertThat(group(webrtc))
                .containsEntry("HealthCheckType", "ELB")
                .containsEntry("HealthCheckGracePeriod", 300)
                .containsEntry("DefaultInstanceWarmup", 180);
    }

    @Test
    void group_startsAReplacementBeforeItStopsAServer() {
        assertThat(group(webrtc).get("InstanceMaintenancePolicy"))
                .isEqualTo(Map.of("MinHealthyPercentage", 100, "MaxHealthyPercentage", 150));
    }

    @Test
    void group_longSessions_areProtectedFromScaleIn() {
        assertThat(group(webrtc)).containsEntry("NewInstancesProtectedFromScaleIn", true);
        assertThat(group(plain)).containsEntry("NewInstancesProtectedFromScaleIn", false);
    }

    @Test
    void group_template_isOfANumberedVersion() {
        assertThat(group(webrtc).get("LaunchTemplate").toString())
                .contains("Fn::GetAtt")
                .contains("LatestVersionNumber")
                .doesNotContain("$");
    }

    @Test
    void group_metrics_areAllCollected() {
        assertThat(group(webrtc).get("MetricsCollection")).isEqualTo(List.of(Map.of("Granularity", "1Minute")));
    }

    @Test
    void scaling_default_addsOneAtSeventyPercentAndNeverRemoves() {
        Map<String, Object> alarm = webrtc.only("AWS::CloudWatch::Alarm");
        assertThat(alarm)
                .containsEntry("Threshold", 70)
                .containsEntry("EvaluationPeriods", 2)
                .containsEntry("Period", 60)
                .containsEntry("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .containsEntry("TreatMissingData", "notBreaching");
        assertThat(webrtc.only("AWS::AutoScaling::ScalingPolicy"))
                .containsEntry("PolicyType", "StepScaling")
                .containsEntry("AdjustmentType", "ChangeInCapacity")
                .containsEntry("EstimatedInstanceWarmup", 300)
                .containsEntry(
                        "StepAdjustments", List.of(Map.of("MetricIntervalLowerBound", 0, "ScalingAdjustment", 1)))
                .doesNotContainKey("Cooldown");
    }

    @Test
    void scaling_withScaleIn_removesUpToTheThreshold() {
        assertThat(plain.properties("AWS::AutoScaling::ScalingPolicy"))
                .extracting(policy -> policy.get("StepAdjustments"))
                .containsExactlyInAnyOrder(
                        List.of(Map.of("MetricIntervalLowerBound", 0, "ScalingAdjustment", 2)),
                        List.of(Map.of("MetricIntervalUpperBound", 0, "ScalingAdjustment", -1)));
        assertThat(plain.properties("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> "LessThanOrEqualToThreshold".equals(alarm.get("ComparisonOperator")))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm)
                        .containsEntry("Threshold", 30)
                        .containsEntry("Period", 900)
                        .containsEntry("TreatMissingData", "notBreaching"));
    }

    @Test
    void scaling_track_neverRemovesWithLongSessions() {
        Synth tracked = synth(props -> props.scaling(Scaling.track(new AwsTrack(60))));
        Synth brief = synth(props -> props.longSessions(false).scaling(Scaling.track(new AwsTrack(60))));
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
        assertThat(resource(webrtc)).doesNotContainKey("UpdatePolicy");
    }

    @Test
    void rollout_refresh_replacesInTurnAndLeavesScheduledBoundsAlone() {
        assertThat(resource(plain).get("UpdatePolicy"))
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
        Map<String, Object> evening = plain.only("AWS::AutoScaling::ScheduledAction");
        assertThat(evening)
                .containsEntry("Recurrence", "0 18 * * *")
                .containsEntry("TimeZone", "Europe/Berlin")
                .containsEntry("MinSize", 4)
                .containsEntry("MaxSize", 6)
                .doesNotContainKey("DesiredCapacity");
    }

    @Test
    void drainHook_holdsAServerAndLetsItGoWhenNobodyAnswers() {
        assertThat(webrtc.only("AWS::AutoScaling::LifecycleHook"))
                .containsEntry("LifecycleHookName", "drain")
                .containsEntry("LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING")
                .containsEntry("DefaultResult", "CONTINUE")
                .containsEntry("HeartbeatTimeout", 900);
    }

    @Test
    void guard_mayActOnItsOwnGroupAlone() {
        String guard = webrtc.properties("AWS::IAM::Policy").stream()
                .map(policy -> policy.get("PolicyDocument").toString())
                .filter(document -> document.contains("autoscaling:SetInstanceProtection"))
                .findFirst()
                .orElseThrow();
        assertThat(guard).contains(":*:autoScalingGroupName/", "autoscaling:DescribeAutoScalingGroups");
        assertThat(guard).doesNotContain("autoscaling:*");
    }

    @Test
    void group_waitsForTheRolesPolicyAndNotForTheGuards() {
        Synth granted = Synth.of(stack -> {
            ServerGroup group = create(stack, props -> props);
            group.template()
                    .role()
                    .addToPrincipalPolicy(PolicyStatement.Builder.create()
                            .actions(List.of("secretsmanager:GetSecretValue"))
                            .resources(List.of("arn:aws:secretsmanager:us-east-1:111122223333:secret:live"))
                            .build());
        });
        assertThat(resource(granted).get("DependsOn").toString())
                .contains("TemplateRoleDefaultPolicy")
                .doesNotContain("Guard");
    }

    @Test
    void startAfter_waitsForWhatIsNamed() {
        Synth waiting = Synth.of(stack -> {
            ServerGroup group = create(stack, props -> props);
            group.startAfter(
                    List.of(CfnPlacementGroup.Builder.create(stack, "Needed").build()));
        });
        assertThat(resource(waiting).get("DependsOn").toString()).contains("Needed");
    }

    @Test
    void notifications_email_hasAnEncryptedTopicOfItsOwn() {
        assertThat(group(plain).get("NotificationConfigurations").toString())
                .contains(
                        "autoscaling:EC2_INSTANCE_LAUNCH,",
                        "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                        "autoscaling:EC2_INSTANCE_TERMINATE,",
                        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR");
        assertThat(plain.only("AWS::SNS::Topic")).containsKey("KmsMasterKeyId");
        assertThat(plain.only("AWS::SNS::Subscription"))
                .containsEntry("Protocol", "email")
                .containsEntry("Endpoint", "ops@example.com");
        assertThat(plain.only("AWS::KMS::Key").toString())
                .contains("EnableKeyRotation=true", "AWSServiceRoleForAutoScaling", "cloudwatch.amazonaws.com");
        assertThat(plain.only("AWS::SNS::TopicPolicy").toString()).contains("aws:SecureTransport");
    }

    @Test
    void notifications_topic_isTheOneGiven() {
        String arn = "arn:aws:sns:us-east-1:111122223333:ops";
        Synth told = synth(props -> props.notifications(new Notifications.Topic(arn)));
        assertThat(group(told).get("NotificationConfigurations").toString()).contains(arn);
        assertThat(told.types()).doesNotContain("AWS::SNS::Topic", "AWS::KMS::Key");
    }

    @Test
    void tags_areHandedOnToServers() {
        assertThat(group(plain).get("Tags"))
                .isEqualTo(List.of(
                        Map.of("Key", "streamfleet:tier", "PropagateAtLaunch", true, "Value", "streamManager")));
    }

    @Test
    void fails_stackTag_thatNoServerCanRead() {
        assertThatThrownBy(() -> Synth.of(stack -> {
                    create(stack, props -> props);
                    Tags.of(stack).add("cost center", "7");
                }))
                .hasMessageContaining("tags: got the key \"cost center\", must be keys of letters, digits");
    }

    @Test
    void fails_longSessions_withWhatWouldCutThem() {
        assertThatThrownBy(() -> ServerGroupProps.builder()
                        .scaling(Scaling.outAndIn(OUT, IN))
                        .rollout(Rollout.REFRESH)
                        .size(new Group(2, 8))
                        .schedules(Map.of("Night", new Schedule("0 0 * * *", "UTC", 1, 4)))
                        .heartbeat(Duration.ofSeconds(29))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        heartbeat: got 29s, must be 30s to 2h
                        network: must be given
                        rollout: got refresh with long sessions, must be idle or keep, or longSessions: false; an instance refresh of protected servers replaces none, or fails after an hour
                        scaling: got scale-in with long sessions, must be scale-out alone, or longSessions: false; an alarm that scales in a protected group removes nothing, and later ones add nothing
                        schedules.Night.max: got 4, must be the largest max of all (8), with long sessions; lower min alone; idle servers then go by themselves
                        template: must be given""");
    }
}
