package io.streamfleet.aws;

import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnAutoScalingInstanceRefresh;
import software.amazon.awscdk.CfnAutoScalingInstanceRefreshPreferences;
import software.amazon.awscdk.CfnAutoScalingScheduledAction;
import software.amazon.awscdk.CfnUpdatePolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CfnLifecycleHook;
import software.amazon.awscdk.services.autoscaling.CfnScheduledAction;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Adds servers under load and never takes one away that carries a stream.
 *
 * <p>Creates an Auto Scaling group over the network's zones, its scaling policies and alarms, scheduled changes, the
 * termination hook {@code drain}, a policy by which each server's guard protects and retires its own, and a topic where
 * someone is to be told by e-mail. Opens no port. Costs what its servers cost, and each alarm a little.
 *
 * <p>With long sessions, new servers are protected from scale-in, and nothing but a server's guard takes that protection
 * away. What protection does not cover: a failed health check, a termination by hand, the loss of a zone. So a
 * replacement is started before what it replaces is stopped, with half as many servers again at most.
 *
 * <p>The group has no desired capacity: a deployment would set it back to what it was, and end sessions.
 */
public final class ServerGroup extends Construct implements IServerGroup {
    /** Name of the termination hook, by which the guard answers it. */
    public static final String DRAIN_HOOK = "drain";

    private final ServerGroupProps props;
    private final Optional<NotificationTopic> topic;
    private final CfnAutoScalingGroup group;
    private final String groupName;
    private final List<StepScaling> stepScaling = new ArrayList<>();
    private final CfnLifecycleHook drainHook;

    /**
     * Creates the group.
     *
     * @param scope what the group belongs to
     * @param id name within the scope
     * @param props its layout
     */
    public ServerGroup(Construct scope, String id, ServerGroupProps props) {
        super(scope, id);
        this.props = props;
        topic = createTopic();
        group = createGroup();
        groupName = group.getRef();
        waitForWhatServersNeed();
        rollOut();
        scale();
        props.schedules().forEach(this::schedule);
        drainHook = holdBeforeTermination();
        allowGuard();
        getNode().addValidation(new ReadableTags(group));
    }

    /** Returns a group that exists. */
    public static IServerGroup fromAttributes(Construct scope, String groupName, ISecurityGroup securityGroup) {
        return new ExistingServerGroup(groupName, arn(scope, groupName), securityGroup);
    }

    private Optional<NotificationTopic> createTopic() {
        return props.notifications()
                .filter(Notifications.Email.class::isInstance)
                .map(Notifications.Email.class::cast)
                .map(email -> new NotificationTopic(this, "Notifications", email.address()));
    }

    private CfnAutoScalingGroup createGroup() {
        CfnAutoScalingGroup.Builder builder = CfnAutoScalingGroup.Builder.create(this, "Group")
                .vpcZoneIdentifier(
                        props.template().publicAddress()
                                ? props.network().publicSubnetIds()
                                : props.network().privateSubnetIds())
                .launchTemplate(CfnAutoScalingGroup.LaunchTemplateSpecificationProperty.builder()
                        .launchTemplateId(props.template().templateId())
                        .version(props.template().versionNumber())
                        .build())
                .minSize(String.valueOf(props.size().min()))
                .maxSize(String.valueOf(props.size().max()))
                .healthCheckType(props.targetGroupArns().isEmpty() ? "EC2" : "ELB")
                .healthCheckGracePeriod(props.grace().toSeconds())
                .defaultInstanceWarmup(props.warmUp().toSeconds())
                .newInstancesProtectedFromScaleIn(props.longSessions())
                .instanceMaintenancePolicy(CfnAutoScalingGroup.InstanceMaintenancePolicyProperty.builder()
                        .minHealthyPercentage(100)
                        .maxHealthyPercentage(150)
                        .build())
                .metricsCollection(List.of(CfnAutoScalingGroup.MetricsCollectionProperty.builder()
                        .granularity("1Minute")
                        .build()));
        if (!props.targetGroupArns().isEmpty()) {
            builder.targetGroupArns(props.targetGroupArns());
        }
        topicArn().ifPresent(arn -> builder.notificationConfigurations(List.of(notifying(arn))));
        if (!props.tags().isEmpty()) {
            builder.tags(tags());
        }
        return acknowledged(builder.build());
    }

    private CfnAutoScalingGroup acknowledged(CfnAutoScalingGroup created) {
        if (props.notifications().isEmpty()) {
            Acknowledged.on(
                    created,
                    new Acknowledged.Finding(
                            "AwsSolutions-AS3",
                            "Whom to notify is an option, and nobody was named; the group's history tells its events."));
        }
        return created;
    }

    private Optional<String> topicArn() {
        return props.notifications()
                .map(notifications -> notifications instanceof Notifications.Topic existing
                        ? existing.arn()
                        : topic.orElseThrow().topicArn());
    }

    private static CfnAutoScalingGroup.NotificationConfigurationProperty notifying(String topicArn) {
        return CfnAutoScalingGroup.NotificationConfigurationProperty.builder()
                .topicArn(topicArn)
                .notificationTypes(List.of(
                        "autoscaling:EC2_INSTANCE_LAUNCH",
                        "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                        "autoscaling:EC2_INSTANCE_TERMINATE",
                        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"))
                .build();
    }

    private List<CfnAutoScalingGroup.TagPropertyProperty> tags() {
        return props.tags().entrySet().stream()
                .map(tag -> CfnAutoScalingGroup.TagPropertyProperty.builder()
                        .key(tag.getKey())
                        .value(tag.getValue())
                        .propagateAtLaunch(true)
                        .build())
                .toList();
    }

    /** Routes and the role's policies: nothing in the group refers to them, and a server without them fails to boot. */
    private void waitForWhatServersNeed() {
        startAfter(List.of(
                props.template().role(),
                props.template().publicAddress()
                        ? props.network().internetAccess()
                        : props.network().outboundAccess()));
        topic.ifPresent(each -> startAfter(List.of(each.policy())));
    }

    @Override
    public void startAfter(List<? extends IDependable> resources) {
        group.getNode().addDependency(resources.toArray(IDependable[]::new));
    }

    private void rollOut() {
        CfnUpdatePolicy.Builder policy = CfnUpdatePolicy.builder();
        boolean refreshes = props.rollout() == Rollout.REFRESH;
        if (refreshes) {
            policy.autoScalingInstanceRefresh(CfnAutoScalingInstanceRefresh.builder()
                    .strategy("Rolling")
                    .preferences(CfnAutoScalingInstanceRefreshPreferences.builder()
                            .minHealthyPercentage(100)
                            .maxHealthyPercentage(150)
                            .skipMatching(true)
                            .build())
                    .build());
        }
        if (!props.schedules().isEmpty()) {
            policy.autoScalingScheduledAction(CfnAutoScalingScheduledAction.builder()
                    .ignoreUnmodifiedGroupSizeProperties(true)
                    .build());
        }
        if (refreshes || !props.schedules().isEmpty()) {
            group.getCfnOptions().setUpdatePolicy(policy.build());
        }
    }

    private void scale() {
        if (props.scaling() instanceof Scaling.Steps steps) {
            stepScaling.add(StepScaling.out(this, "ScaleOut", groupName, steps.out()));
            steps.in().ifPresent(in -> stepScaling.add(StepScaling.in(this, "ScaleIn", groupName, in)));
        } else if (props.scaling() instanceof Scaling.Track track) {
            TargetTracking.create(this, "Track", groupName, track.target(), props.longSessions());
        }
    }

    private void schedule(String name, Schedule schedule) {
        CfnScheduledAction.Builder.create(this, "Schedule" + name)
                .autoScalingGroupName(groupName)
                .recurrence(schedule.cron())
                .timeZone(schedule.timeZone())
                .minSize(schedule.min())
                .maxSize(schedule.max())
                .build();
    }

    private CfnLifecycleHook holdBeforeTermination() {
        return CfnLifecycleHook.Builder.create(this, "DrainHook")
                .autoScalingGroupName(groupName)
                .lifecycleHookName(DRAIN_HOOK)
                .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                .heartbeatTimeout(props.heartbeat().toSeconds())
                .defaultResult("CONTINUE")
                .build();
    }

    /** A policy of its own, since it names the group, and the group waits for the role's other policies. */
    private void allowGuard() {
        Policy guard = Policy.Builder.create(this, "Guard")
                .statements(List.of(
                        PolicyStatement.Builder.create()
                                .sid("Own")
                                .actions(List.of(
                                        "autoscaling:CompleteLifecycleAction",
                                        "autoscaling:RecordLifecycleActionHeartbeat",
                                        "autoscaling:SetInstanceProtection",
                                        "autoscaling:TerminateInstanceInAutoScalingGroup"))
                                .resources(List.of(groupArn()))
                                .build(),
                        PolicyStatement.Builder.create()
                                .sid("Look")
                                .actions(List.of("autoscaling:DescribeAutoScalingGroups"))
                                .resources(List.of("*"))
                                .build()))
                .roles(List.of(props.template().role()))
                .build();
        Acknowledged.on(
                guard,
                new Acknowledged.Finding(
                        "AwsSolutions-IAM5",
                        "The wildcard stands for the part of the group's ARN that EC2 chooses, the name is the group's own;"
                                + " DescribeAutoScalingGroups takes no resource."));
    }

    private static String arn(Construct scope, String groupName) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("autoscaling")
                        .resource("autoScalingGroup")
                        .resourceName("*:autoScalingGroupName/" + groupName)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    @Override
    public String groupName() {
        return groupName;
    }

    @Override
    public String groupArn() {
        return arn(this, groupName);
    }

    @Override
    public ISecurityGroup securityGroup() {
        return props.template().securityGroup();
    }

    /** Returns what its servers are started from. */
    public IServerTemplate template() {
        return props.template();
    }

    /** Returns the Auto Scaling group's own resource. */
    public CfnAutoScalingGroup cfnGroup() {
        return group;
    }

    /** Returns the steps up and down, in this order; none where the group tracks a target. */
    public List<StepScaling> stepScaling() {
        return List.copyOf(stepScaling);
    }

    /** Returns the termination hook. */
    public CfnLifecycleHook drainHook() {
        return drainHook;
    }

    /** Returns the topic of the group's own, where it has one. */
    public Optional<NotificationTopic> topic() {
        return topic;
    }
}
