package io.streamfleet.aws;

import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.services.autoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.constructs.Construct;

/**
 * Adds or removes servers when the group's average CPU load has passed a threshold for so many periods.
 *
 * <p>Creates one step policy and the alarm that sets it off; the alarm costs a little. No {@code Cooldown}: it belongs to
 * simple policies, which stand still while a termination hook holds a server. Its time goes into the warm-up of the policy
 * instead: an added server counts as capacity until then, so that a lasting alarm adds no second one. Upon removal Auto
 * Scaling counts servers that are terminating as capacity, so that the next one goes when the last is gone.
 *
 * <p>Missing data is taken as within bounds: a group that reports nothing is neither grown nor shrunk blindly.
 */
public final class StepScaling extends Construct {
    private final CfnScalingPolicy policy;
    private final CfnAlarm alarm;

    private StepScaling(Construct scope, String id, String groupName, Step step) {
        super(scope, id);
        policy = CfnScalingPolicy.Builder.create(this, "Policy")
                .autoScalingGroupName(groupName)
                .policyType("StepScaling")
                .adjustmentType("ChangeInCapacity")
                .metricAggregationType("Average")
                .estimatedInstanceWarmup(step.cooldown().toSeconds())
                .stepAdjustments(List.of(step.adjustment()))
                .build();
        alarm = CfnAlarm.Builder.create(this, "Alarm")
                .alarmDescription(step.why())
                .namespace("AWS/EC2")
                .metricName("CPUUtilization")
                .dimensions(List.of(CfnAlarm.DimensionProperty.builder()
                        .name("AutoScalingGroupName")
                        .value(groupName)
                        .build()))
                .statistic("Average")
                .period(step.period().toSeconds())
                .evaluationPeriods(step.periods())
                .threshold(step.cpuPercent())
                .comparisonOperator(step.comparison())
                .treatMissingData("notBreaching")
                .alarmActions(List.of(policy.getRef()))
                .build();
    }

    static StepScaling out(Construct scope, String id, String groupName, AwsScaleOut out) {
        return new StepScaling(
                scope,
                id,
                groupName,
                new Step(
                        out.cpuPercent(),
                        out.periods(),
                        out.period(),
                        out.cooldown(),
                        "GreaterThanOrEqualToThreshold",
                        CfnScalingPolicy.StepAdjustmentProperty.builder()
                                .metricIntervalLowerBound(0)
                                .scalingAdjustment(out.add())
                                .build(),
                        "Adds " + out.add() + " at " + out.cpuPercent() + " % CPU"));
    }

    static StepScaling in(Construct scope, String id, String groupName, AwsScaleIn in) {
        return new StepScaling(
                scope,
                id,
                groupName,
                new Step(
                        in.cpuPercent(),
                        in.periods(),
                        in.period(),
                        in.cooldown(),
                        "LessThanOrEqualToThreshold",
                        CfnScalingPolicy.StepAdjustmentProperty.builder()
                                .metricIntervalUpperBound(0)
                                .scalingAdjustment(-in.remove())
                                .build(),
                        "Removes " + in.remove() + " at " + in.cpuPercent() + " % CPU"));
    }

    private record Step(
            int cpuPercent,
            int periods,
            Duration period,
            Duration cooldown,
            String comparison,
            CfnScalingPolicy.StepAdjustmentProperty adjustment,
            String why) {}

    /** Returns the scaling policy. */
    public CfnScalingPolicy policy() {
        return policy;
    }

    /** Returns the alarm that sets the policy off. */
    public CfnAlarm alarm() {
        return alarm;
    }
}
