package io.streamfleet.aws;

import io.streamfleet.core.spec.AwsTrack;
import software.amazon.awscdk.services.autoscaling.CfnScalingPolicy;
import software.constructs.Construct;

/** Keeps a group's average CPU load near a target; with long sessions by adding servers alone. */
final class TargetTracking {
    private TargetTracking() {}

    static CfnScalingPolicy create(
            Construct scope, String id, String groupName, AwsTrack target, boolean longSessions) {
        return CfnScalingPolicy.Builder.create(scope, id)
                .autoScalingGroupName(groupName)
                .policyType("TargetTrackingScaling")
                .targetTrackingConfiguration(CfnScalingPolicy.TargetTrackingConfigurationProperty.builder()
                        .predefinedMetricSpecification(CfnScalingPolicy.PredefinedMetricSpecificationProperty.builder()
                                .predefinedMetricType("ASGAverageCPUUtilization")
                                .build())
                        .targetValue(target.cpuPercent())
                        .disableScaleIn(longSessions)
                        .build())
                .build();
    }
}
