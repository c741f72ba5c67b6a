package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Flows;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a {@link FlowRules} opens.
 *
 * @param resourceGroup name of the resource group of the security groups, which a token may be: required
 * @param flows the flows to open, no two of them with the same ends, protocol and ports. Default: none
 * @param peers what every part that a flow names is to firewall rules; each is closed to all else
 */
@Props
public record FlowRulesProps(String resourceGroup, List<Flow> flows, Map<Party, FlowPeer> peers) {
    /** The priorities that flows have in a security group. */
    private static final int MOST_OF_ONE = 1000;

    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when something required is missing, a part has no peer or no address, or a flow is
     *     there twice
     */
    public FlowRulesProps {
        flows = flows == null ? List.of() : List.copyOf(flows);
        peers = peers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(peers));
        new Check(FlowRulesProps.class, resourceGroup, flows, peers)
                .that(
                        flows.size() <= MOST_OF_ONE,
                        Violation.at("flows")
                                .given(flows.size())
                                .allowed("at most " + MOST_OF_ONE + ", as a security group takes"))
                .and(Flows.violations(flows, peers.keySet(), "peers"))
                .and(withoutAddress(peers))
                .orThrow();
    }

    /** Returns a builder. */
    public static FlowRulesPropsBuilder builder() {
        return FlowRulesPropsBuilder.builder();
    }

    /** A rule takes one service tag, or several ranges. */
    private static Stream<Violation> withoutAddress(Map<Party, FlowPeer> peers) {
        return peers.entrySet().stream()
                .filter(each -> !isOneOrRanges(each.getValue().addresses()))
                .map(each -> Violation.at("peers")
                        .given(each.getValue().addresses() + " for " + each.getKey())
                        .allowed("one service tag, or ranges"));
    }

    private static boolean isOneOrRanges(List<String> addresses) {
        return addresses.size() == 1
                || !addresses.isEmpty()
                        && addresses.stream().allMatch(address -> address.matches("[0-9.]+/[0-9]+|\\$\\{.*"));
    }
}
