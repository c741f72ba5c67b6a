package io.streamfleet.aws;

import io.streamfleet.core.Violation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.constructs.IValidation;

/**
 * Refuses a tag of a whole stack that the servers' metadata cannot carry: the group hands tags on to its servers, and with
 * such a one none would start.
 */
final class ReadableTags implements IValidation {
    private final CfnAutoScalingGroup group;

    ReadableTags(CfnAutoScalingGroup group) {
        this.group = group;
    }

    @Override
    public List<String> validate() {
        Map<String, String> tags = group.getTags().tagValues();
        return ServerTags.violations("tags", tags).map(Violation::message).toList();
    }
}
