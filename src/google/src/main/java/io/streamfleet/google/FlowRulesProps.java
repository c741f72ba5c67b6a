package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Flows;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a {@link FlowRules} opens.
 *
 * @param name the deployment's name, with which the rules' names begin: required
 * @param network where the flows are: required
 * @param flows the flows to open, no two of them with the same ends, protocol and ports. Default: none
 * @param peers what every part that a flow names is to firewall rules; servers among them are closed to all else
 */
@Props
public record FlowRulesProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        INetwork network,
        List<Flow> flows,
        Map<Party, FlowPeer> peers) {
    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when something required is missing, a part has no peer, a flow is there twice, or no
     *     rule can say it
     */
    public FlowRulesProps {
        flows = flows == null ? List.of() : List.copyOf(flows);
        peers = peers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(peers));
        new Check(FlowRulesProps.class, name, network, flows, peers)
                .and(Flows.violations(flows, peers.keySet(), "peers"))
                .and(withoutAddress(flows, peers))
                .orThrow();
    }

    /** Returns a builder. */
    public static FlowRulesPropsBuilder builder() {
        return FlowRulesPropsBuilder.builder();
    }

    /** Google's rules name no service account as a destination, and a service may have been given no addresses. */
    private static Stream<Violation> withoutAddress(List<Flow> flows, Map<Party, FlowPeer> peers) {
        return flows.stream()
                .filter(flow -> isUnreachable(peers.get(flow.from()), peers.get(flow.to()))
                        || isFromNowhere(peers.get(flow.from()), peers.get(flow.to())))
                .map(flow -> Violation.at("flows")
                        .given(flow)
                        .allowed("flows whose ends have addresses, or are servers that accept")
                        .todo("give the peer's addresses"));
    }

    private static boolean isUnreachable(FlowPeer from, FlowPeer to) {
        boolean leavesOurs = from instanceof FlowPeer.Servers || from instanceof FlowPeer.Nodes;
        return leavesOurs
                && (to instanceof FlowPeer.Servers
                        || to instanceof FlowPeer.Service service
                                && service.at().isEmpty());
    }

    private static boolean isFromNowhere(FlowPeer from, FlowPeer to) {
        boolean entersOurs = to instanceof FlowPeer.Servers || to instanceof FlowPeer.Nodes;
        return entersOurs
                && from instanceof FlowPeer.Service service
                && service.from().isEmpty();
    }
}
