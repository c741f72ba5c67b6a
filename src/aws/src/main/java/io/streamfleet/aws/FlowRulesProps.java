package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.shape.Props;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
        InvalidSpecException.throwIfAny(Stream.of(withoutPart(flows), withoutGroup(flows, groups), repeated(flows))
                .flatMap(violations -> violations));
    }

    /** Returns a builder. */
    public static FlowRulesPropsBuilder builder() {
        return FlowRulesPropsBuilder.builder();
    }

    private static Stream<Violation> withoutPart(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> flow.from() instanceof Party.Addresses && flow.to() instanceof Party.Addresses)
                .map(flow -> Violation.at("flows")
                        .given(flow)
                        .allowed("flows from or to a part of the deployment")
                        .todo("remove it"));
    }

    private static Stream<Violation> withoutGroup(List<Flow> flows, Map<Party, ISecurityGroup> groups) {
        return flows.stream()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .filter(party -> party instanceof Party.Part && !groups.containsKey(party))
                .distinct()
                .map(party -> Violation.at("groups")
                        .given("no security group of " + party)
                        .allowed("one for every part that a flow names")
                        .todo("add the group of " + party + " or leave its flows out"));
    }

    private static Stream<Violation> repeated(List<Flow> flows) {
        Set<String> seen = new HashSet<>();
        return flows.stream().filter(flow -> !seen.add(FlowRules.name(flow))).map(flow -> Violation.at("flows")
                .given(flow + " twice")
                .allowed("each flow once, since EC2 refuses a rule that exists")
                .todo("remove one of them"));
    }
}
