package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.CfnPlacementGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;

class ServerGroupTest {

    @Test
    void group_standsInAllPrivateSubnets() {
        assertThat(ServerGroups.group(ServerGroups.webrtc()))
                .containsEntry("VPCZoneIdentifier", List.of("subnet-0000000000000000c", "subnet-0000000000000000d"))
                .containsEntry("TargetGroupARNs", List.of(ServerGroups.TARGETS));
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
        assertThat(ServerGroups.group(open))
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
        assertThat(ServerGroups.group(ServerGroups.webrtc()))
                .containsEntry("MinSize", "2")
                .containsEntry("MaxSize", "6")
                .doesNotContainKey("DesiredCapacity")
                .doesNotContainKey("Cooldown");
    }

    @Test
    void group_health_isTheLoadBalancers() {
        assertThat(ServerGroups.group(ServerGroups.webrtc()))
                .containsEntry("HealthCheckType", "ELB")
                .containsEntry("HealthCheckGracePeriod", 300)
                .containsEntry("DefaultInstanceWarmup", 180);
    }

    @Test
    void group_startsAReplacementBeforeItStopsAServer() {
        assertThat(ServerGroups.group(ServerGroups.webrtc()).get("InstanceMaintenancePolicy"))
                .isEqualTo(Map.of("MinHealthyPercentage", 100, "MaxHealthyPercentage", 150));
    }

    @Test
    void group_longSessions_areProtectedFromScaleIn() {
        assertThat(ServerGroups.group(ServerGroups.webrtc())).containsEntry("NewInstancesProtectedFromScaleIn", true);
        assertThat(ServerGroups.group(ServerGroups.plain())).containsEntry("NewInstancesProtectedFromScaleIn", false);
    }

    @Test
    void group_template_isOfANumberedVersion() {
        assertThat(ServerGroups.group(ServerGroups.webrtc())
                        .get("LaunchTemplate")
                        .toString())
                .contains("Fn::GetAtt")
                .contains("LatestVersionNumber")
                .doesNotContain("$");
    }

    @Test
    void group_metrics_areAllCollected() {
        assertThat(ServerGroups.group(ServerGroups.webrtc()).get("MetricsCollection"))
                .isEqualTo(List.of(Map.of("Granularity", "1Minute")));
    }

    @Test
    void drainHook_holdsAServerAndLetsItGoWhenNobodyAnswers() {
        assertThat(ServerGroups.webrtc().only("AWS::AutoScaling::LifecycleHook"))
                .containsEntry("LifecycleHookName", "drain")
                .containsEntry("LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING")
                .containsEntry("DefaultResult", "CONTINUE")
                .containsEntry("HeartbeatTimeout", 900);
    }

    @Test
    void guard_mayActOnItsOwnGroupAlone() {
        String guard = ServerGroups.webrtc().properties("AWS::IAM::Policy").stream()
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
            ServerGroup group = ServerGroups.create(stack, props -> props);
            group.template()
                    .role()
                    .addToPrincipalPolicy(PolicyStatement.Builder.create()
                            .actions(List.of("secretsmanager:GetSecretValue"))
                            .resources(List.of("arn:aws:secretsmanager:us-east-1:111122223333:secret:live"))
                            .build());
        });
        assertThat(ServerGroups.resource(granted).get("DependsOn").toString())
                .contains("TemplateRoleDefaultPolicy")
                .doesNotContain("Guard");
    }

    @Test
    void startAfter_waitsForWhatIsNamed() {
        Synth waiting = Synth.of(stack -> {
            ServerGroup group = ServerGroups.create(stack, props -> props);
            group.startAfter(
                    List.of(CfnPlacementGroup.Builder.create(stack, "Needed").build()));
        });
        assertThat(ServerGroups.resource(waiting).get("DependsOn").toString()).contains("Needed");
    }

    @Test
    void tags_areHandedOnToServers() {
        assertThat(ServerGroups.group(ServerGroups.plain()).get("Tags"))
                .isEqualTo(List.of(
                        Map.of("Key", "streamfleet:tier", "PropagateAtLaunch", true, "Value", "streamManager")));
    }

    @Test
    void fails_stackTag_thatNoServerCanRead() {
        assertThatThrownBy(() -> Synth.of(stack -> {
                    ServerGroups.create(stack, props -> props);
                    Tags.of(stack).add("cost center", "7");
                }))
                .hasMessageContaining("tags: got the key \"cost center\", must be keys of letters, digits");
    }

    @Test
    void fails_longSessions_withWhatWouldCutThem() {
        assertThatThrownBy(() -> ServerGroupProps.builder()
                        .scaling(Scaling.outAndIn(ServerGroups.OUT, ServerGroups.IN))
                        .rollout(Rollout.REFRESH)
                        .size(new Group(2, 8))
                        .schedules(Map.of("Night", new Schedule("0 0 * * *", "UTC", 1, 4)))
                        .heartbeat(Duration.ofSeconds(29))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        heartbeat: got 29s, must be 30s to 7200s
                        network: must be given
                        rollout: got refresh with long sessions, must be idle or keep, or longSessions: false; an instance refresh of protected servers replaces none, or fails after an hour
                        scaling: got scale-in with long sessions, must be scale-out alone, or longSessions: false; an alarm that scales in a protected group removes nothing, and later ones add nothing
                        schedules.Night.max: got 4, must be the largest max of all (8), with long sessions; lower min alone: a maximum that falls ends sessions, or keeps servers out
                        template: must be given""");
    }
}
