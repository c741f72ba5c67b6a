package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Flows;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.shape.Props;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.ISecurityGroup;

/**
 * What a {@link FlowRules} opens.
 *
 * @param flows the flows to open, no two of them with the same ends, protocol and ports. Default: none
 * @param groups the security group of every part that a flow names; groups of parts that none names are left alone
 */
@Props
public record FlowRulesProps(List<Flow> flows, Map<Party, ISecurityGroup> groups) {
    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when a part has no group, or a flow is there twice
     */
    public FlowRulesProps {
        flows = flows == null ? List.of() : List.copyOf(flows);
        groups = groups == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        InvalidSpecException.throwIfAny(Flows.violations(flows, groups.keySet(), "groups"));
    }

    /** Returns a builder. */
    public static FlowRulesPropsBuilder builder() {
        return FlowRulesPropsBuilder.builder();
    }
}
