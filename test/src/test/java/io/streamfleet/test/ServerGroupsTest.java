package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.test.Template.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template promises of a group of servers: its size, its health, and that nothing takes a session away. */
class ServerGroupsTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";
    private static final String WITH_WEBRTC = "io.streamfleet.test.Shipped#awsWithWebRtc";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String POLICY = "AWS::AutoScaling::ScalingPolicy";

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no desired capacity: a deployment would set it back, and end sessions")
    void group_desiredCapacity_isAbsent(Case each) {
        assertThat(each.template().text()).doesNotContain("\"DesiredCapacity\"");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("min and max as described, in every zone of the load balancer")
    void group_sizeAndZones_areThePlans(Case each) {
        Resource group = group(each);

        assertThat(group.property("MinSize").asInt())
                .isEqualTo(tier(each).tier().group().min());
        assertThat(group.property("MaxSize").asInt())
                .isEqualTo(tier(each).tier().group().max());
        assertThat(group.property("VPCZoneIdentifier").size())
                .isGreaterThanOrEqualTo(2)
                .isEqualTo(PublicEntry.balancer(each).property("Subnets").size());
        assertThat(group.property("AvailabilityZones").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("health by the load balancer, after a grace of at least three minutes")
    void group_health_isTheLoadBalancers(Case each) {
        Resource group = group(each);

        assertThat(group.text("HealthCheckType")).isEqualTo("ELB");
        assertThat(group.property("HealthCheckGracePeriod").asInt()).isGreaterThanOrEqualTo(180);
        assertThat(group.property("DefaultInstanceWarmup").asInt()).isGreaterThanOrEqualTo(180);
        assertThat(group.property("TargetGroupARNs").size())
                .isEqualTo(each.template()
                        .all("AWS::ElasticLoadBalancingV2::TargetGroup")
                        .size());
        assertThat(group.property("LoadBalancerNames").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("a replacement starts before what it replaces stops: maintenance between 100 and 150 %")
    void group_maintenance_launchesFirst(Case each) {
        JsonNode policy = group(each).property("InstanceMaintenancePolicy");

        assertThat(policy.path("MinHealthyPercentage").asInt()).isEqualTo(100);
        assertThat(policy.path("MaxHealthyPercentage").asInt()).isEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("all metrics of the group, each minute")
    void group_metrics_areAll(Case each) {
        assertThat(Template.items(group(each).property("MetricsCollection")))
                .singleElement()
                .satisfies(metrics -> {
                    assertThat(metrics.path("Granularity").asText()).isEqualTo("1Minute");
                    assertThat(metrics.path("Metrics").isMissingNode()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("servers are of the template's latest number, and the group waits for what they need")
    void group_template_isNumbered(Case each) {
        Resource group = group(each);

        assertThat(group.text("LaunchTemplate", "Version"))
                .isEqualTo("«" + server(each).id() + ".LatestVersionNumber»");
        assertThat(Template.items(group.json().path("DependsOn")).stream().map(JsonNode::asText))
                .containsAll(each.template().all("AWS::ElasticLoadBalancingV2::Listener").stream()
                        .filter(listener -> !listener.text("Port").equals("80"))
                        .map(Resource::id)
                        .toList())
                .containsAll(each.template().all("AWS::ElasticLoadBalancingV2::ListenerRule").stream()
                        .map(Resource::id)
                        .toList())
                .containsAll(each.template().all("AWS::EC2::SecurityGroupEgress").stream()
                        .map(Resource::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the termination hook drain, which lets go when nobody answers")
    void group_hook_isDrain(Case each) {
        Resource hook = each.template().only("AWS::AutoScaling::LifecycleHook");

        assertThat(hook.text("LifecycleHookName")).isEqualTo("drain");
        assertThat(hook.text("LifecycleTransition")).isEqualTo("autoscaling:EC2_INSTANCE_TERMINATING");
        assertThat(hook.text("DefaultResult")).isEqualTo("CONTINUE");
        assertThat(hook.property("HeartbeatTimeout").asInt()).isBetween(30, 7200);
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the guard's permissions: on this group alone, but for the look at it")
    void guard_permissions_areOnItsGroup(Case each) {
        Resource guard = each.template().all("AWS::IAM::Policy").stream()
                .filter(policy -> policy.json().toString().contains("autoscaling:SetInstanceProtection"))
                .findFirst()
                .orElseThrow();
        List<JsonNode> statements = Template.items(guard.property("PolicyDocument", "Statement"));

        assertThat(statements).hasSize(2);
        assertThat(Template.text(statements.get(0).path("Action")))
                .isEqualTo("autoscaling:CompleteLifecycleAction,autoscaling:RecordLifecycleActionHeartbeat,"
                        + "autoscaling:SetInstanceProtection,autoscaling:TerminateInstanceInAutoScalingGroup");
        assertThat(Template.text(statements.get(0).path("Resource")))
                .endsWith(":autoScalingGroupName/«" + group(each).id() + "»");
        assertThat(Template.text(statements.get(1).path("Action"))).isEqualTo("autoscaling:DescribeAutoScalingGroups");
    }

    @ParameterizedTest
    @MethodSource(WITH_WEBRTC)
    @DisplayName("with WebRTC: new servers are protected from scale-in")
    void webrtc_newServers_areProtected(Case each) {
        assertThat(group(each).property("NewInstancesProtectedFromScaleIn").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(WITH_WEBRTC)
    @DisplayName("with WebRTC: no policy removes a server")
    void webrtc_policies_removeNothing(Case each) {
        assertThat(each.template().all(POLICY)).isNotEmpty().allSatisfy(policy -> {
            assertThat(policy.text("PolicyType")).isIn("StepScaling", "TargetTrackingScaling");
            for (JsonNode step : policy.property("StepAdjustments")) {
                assertThat(step.path("ScalingAdjustment").asInt()).isPositive();
            }
            if (policy.text("PolicyType").equals("TargetTrackingScaling")) {
                assertThat(policy.property("TargetTrackingConfiguration", "DisableScaleIn")
                                .asBoolean())
                        .isTrue();
            }
            assertThat(policy.text("AdjustmentType")).isIn("", "ChangeInCapacity");
        });
    }

    @ParameterizedTest
    @MethodSource(WITH_WEBRTC)
    @DisplayName("with WebRTC: a deployment replaces no server")
    void webrtc_updates_replaceNothing(Case each) {
        JsonNode update = group(each).json().path("UpdatePolicy");

        assertThat(update.properties().stream().map(Map.Entry::getKey)).isSubsetOf("AutoScalingScheduledAction");
        assertThat(tier(each).rollout()).isIn(Rollout.IDLE, Rollout.KEEP);
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("a schedule changes bounds, never the desired capacity, which would pick servers to end")
    void schedules_changes_areOfBoundsAlone(Case each) {
        List<Resource> actions = each.template().all("AWS::AutoScaling::ScheduledAction");

        assertThat(actions).hasSize(tier(each).tier().schedule().size()).allSatisfy(action -> {
            assertThat(action.property("DesiredCapacity").isMissingNode()).isTrue();
            assertThat(action.property("MinSize").asInt())
                    .isLessThanOrEqualTo(action.property("MaxSize").asInt());
        });
        if (!actions.isEmpty()) {
            assertThat(group(each)
                            .json()
                            .at("/UpdatePolicy/AutoScalingScheduledAction/IgnoreUnmodifiedGroupSizeProperties")
                            .asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("step policies have one step and no cooldown; each alarm sets off one of them")
    void steps_policies_haveOneStep(Case each) {
        List<Resource> steps = each.template().all(POLICY).stream()
                .filter(policy -> policy.text("PolicyType").equals("StepScaling"))
                .toList();

        assertThat(steps).allSatisfy(policy -> {
            assertThat(policy.property("StepAdjustments").size()).isEqualTo(1);
            assertThat(policy.property("Cooldown").isMissingNode()).isTrue();
            assertThat(policy.property("EstimatedInstanceWarmup").asInt()).isGreaterThanOrEqualTo(180);
        });
        assertThat(each.template().all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.text("AlarmActions"))
                        .sorted())
                .containsExactlyElementsOf(steps.stream()
                        .map(policy -> "«" + policy.id() + "»")
                        .sorted()
                        .toList());
    }

    @Test
    @DisplayName("as described: one more at 70 % CPU over two minutes")
    void scaleOut_ofOrdinaryCluster_isTheVendors() {
        Resource alarm = Shipped.aws("red5-aws").template().only("AWS::CloudWatch::Alarm");

        assertThat(alarm.text("ComparisonOperator")).isEqualTo("GreaterThanOrEqualToThreshold");
        assertThat(alarm.property("Threshold").asInt()).isEqualTo(70);
        assertThat(alarm.property("EvaluationPeriods").asInt()).isEqualTo(2);
        assertThat(alarm.property("Period").asInt()).isEqualTo(60);
        assertThat(alarm.text("MetricName")).isEqualTo("CPUUtilization");
        assertThat(alarm.text("Statistic")).isEqualTo("Average");
    }

    @Test
    @DisplayName("without WebRTC: load may remove servers, and an update replaces them in turn")
    void withoutWebRtc_scaleInAndRefresh_areThere() {
        Case stage = Shipped.aws("red5-aws-no-webrtc");

        assertThat(group(stage).property("NewInstancesProtectedFromScaleIn").asBoolean())
                .isFalse();
        assertThat(stage.template().all(POLICY))
                .anyMatch(policy -> policy.property("StepAdjustments")
                                .path(0)
                                .path("ScalingAdjustment")
                                .asInt()
                        == -1);
        JsonNode refresh = group(stage).json().at("/UpdatePolicy/AutoScalingInstanceRefresh");
        assertThat(refresh.path("Strategy").asText()).isEqualTo("Rolling");
        assertThat(refresh.path("Preferences").path("MinHealthyPercentage").asInt())
                .isEqualTo(100);
        assertThat(refresh.path("Preferences").path("MaxHealthyPercentage").asInt())
                .isEqualTo(150);
    }

    @Test
    @DisplayName("who is to be told is told of launches and terminations, and of what fails")
    void notifications_whereAskedFor_areOfAllFourKinds() {
        for (String name : List.of("red5-aws-scheduled", "red5-aws-existing")) {
            Case each = Shipped.aws(name);
            assertThat(group(each)
                            .property("NotificationConfigurations")
                            .path(0)
                            .path("NotificationTypes"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(
                            "autoscaling:EC2_INSTANCE_LAUNCH",
                            "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                            "autoscaling:EC2_INSTANCE_TERMINATE",
                            "autoscaling:EC2_INSTANCE_TERMINATE_ERROR");
        }
        assertThat(Shipped.aws("red5-aws-scheduled")
                        .template()
                        .only("AWS::SNS::Topic")
                        .property("KmsMasterKeyId"))
                .as("a topic of one's own is encrypted")
                .isNotNull()
                .isNotEmpty();
    }

    private static TierPlan tier(Case each) {
        return each.plan().tiers().get(0);
    }

    private static Resource server(Case each) {
        return each.template().only("AWS::EC2::LaunchTemplate");
    }

    private static Resource group(Case each) {
        return each.template().only(GROUP);
    }
}
