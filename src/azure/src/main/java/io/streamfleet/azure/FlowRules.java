package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.network_security_rule.NetworkSecurityRule;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Opens the flows of a plan, and nothing else.
 *
 * <p>Creates one rule in the security group of the part that accepts a flow and one in the group of the part that opens
 * it; what has no group of ours has no rule, so that a flow from or to it is one rule alone. Behind them each group is
 * closed to the rest of the network, which Azure lets in by itself, and servers to every other way out. What Azure keeps
 * open needs no flow: the metadata server, DNS, and the probes of its load balancers. Costs nothing.
 *
 * @see <a href="https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview">Security groups</a>
 */
public final class FlowRules extends Construct {
    private static final List<String> ANYWHERE = List.of("*");
    private static final List<String> NETWORK = List.of("VirtualNetwork");
    private static final List<String> PROBES = List.of("AzureLoadBalancer");

    private static final int LONGEST_DESCRIPTION = 140;

    private final FlowRulesProps props;
    private final Map<String, RulePriorities> priorities = new HashMap<>();
    private final List<NetworkSecurityRule> ingress = new ArrayList<>();
    private final List<NetworkSecurityRule> egress = new ArrayList<>();
    private final List<NetworkSecurityRule> closed = new ArrayList<>();

    /**
     * Opens the flows.
     *
     * @param scope what the rules belong to
     * @param id name within the scope
     * @param props the flows, and what their ends are
     */
    public FlowRules(Construct scope, String id, FlowRulesProps props) {
        super(scope, id);
        this.props = props;
        for (Flow flow : props.flows()) {
            letIn(flow);
            letOut(flow);
        }
        props.peers().forEach(this::closeToAllElse);
    }

    /** Returns the rules that let flows in, in the order of the flows. */
    public List<NetworkSecurityRule> ingress() {
        return List.copyOf(ingress);
    }

    /** Returns the rules that let flows out, in the order of the flows. */
    public List<NetworkSecurityRule> egress() {
        return List.copyOf(egress);
    }

    /** Returns the rules that close parts to everything else but Azure's probes, and let services within themselves. */
    public List<NetworkSecurityRule> closed() {
        return List.copyOf(closed);
    }

    private void letIn(Flow flow) {
        String group = group(props.peers().get(flow.to()));
        if (!group.isEmpty()) {
            ingress.add(rule(flow, "Ingress", group, addresses(flow.from()), ANYWHERE));
        }
    }

    private void letOut(Flow flow) {
        String group = group(props.peers().get(flow.from()));
        if (!group.isEmpty()) {
            egress.add(rule(flow, "Egress", group, ANYWHERE, addresses(flow.to())));
        }
    }

    /** Returns the security group of a peer; empty where it has none of ours. */
    private static String group(FlowPeer peer) {
        if (peer instanceof FlowPeer.Servers servers) {
            return servers.securityGroup();
        }
        return peer instanceof FlowPeer.Service service ? service.securityGroup() : "";
    }

    private List<String> addresses(Party party) {
        if (party instanceof Party.Addresses addresses) {
            return addresses.range().isAnywhere()
                    ? ANYWHERE
                    : List.of(addresses.range().toString());
        }
        return props.peers().get(party).addresses();
    }

    private NetworkSecurityRule rule(Flow flow, String way, String group, List<String> from, List<String> to) {
        String name = flow.name() + way;
        int priority = priorities
                .computeIfAbsent(group + way, each -> new RulePriorities(names(way)))
                .of(name);
        NetworkSecurityRule.Builder rule = start(name, group, way, priority)
                .description(description(flow.why()))
                .access("Allow");
        if (flow.protocol() != Protocol.ANY) {
            rule.protocol(flow.protocol() == Protocol.TCP ? "Tcp" : "Udp")
                    .destinationPortRange(flow.ports().toString());
        }
        return between(rule, from, to);
    }

    /** Every flow's, so that a rule keeps its priority whichever part has a group. */
    private List<String> names(String way) {
        return props.flows().stream().map(flow -> flow.name() + way).toList();
    }

    private void closeToAllElse(Party party, FlowPeer peer) {
        String id = ((Party.Part) party).id();
        if (peer instanceof FlowPeer.Service service) {
            closed.add(between(
                    start(id + "WithinIngress", service.securityGroup(), "Ingress", SecurityGroups.WITHIN)
                            .description("The service's own parts")
                            .access("Allow"),
                    service.addresses(),
                    service.addresses()));
        }
        String group = group(peer);
        if (!group.isEmpty()) {
            // Azure's own tag of the network includes the address that probes come from.
            closed.add(between(
                    start(id + "ProbesIngress", group, "Ingress", SecurityGroups.PROBES)
                            .description("Probes of Azure's load balancers")
                            .access("Allow"),
                    PROBES,
                    ANYWHERE));
            closed.add(close(id, group, "Ingress", NETWORK, ANYWHERE));
        }
        if (peer instanceof FlowPeer.Servers) {
            closed.add(close(id, group, "Egress", ANYWHERE, ANYWHERE));
        }
    }

    private NetworkSecurityRule close(String id, String group, String way, List<String> from, List<String> to) {
        return between(
                start(id + "Closed" + way, group, way, SecurityGroups.CLOSED)
                        .description("Nothing but the flows above")
                        .access("Deny"),
                from,
                to);
    }

    private NetworkSecurityRule.Builder start(String name, String group, String way, int priority) {
        String direction = way.equals("Ingress") ? "Inbound" : "Outbound";
        return SecurityGroups.rule(this, name, props.resourceGroup(), group, direction, priority);
    }

    /** A rule names one address or several by different attributes. */
    private static NetworkSecurityRule between(NetworkSecurityRule.Builder rule, List<String> from, List<String> to) {
        if (from.size() == 1) {
            rule.sourceAddressPrefix(from.get(0));
        } else {
            rule.sourceAddressPrefixes(from);
        }
        if (to.size() == 1) {
            rule.destinationAddressPrefix(to.get(0));
        } else {
            rule.destinationAddressPrefixes(to);
        }
        return rule.build();
    }

    private static String description(String why) {
        return TerraformText.literal(why.length() > LONGEST_DESCRIPTION ? why.substring(0, LONGEST_DESCRIPTION) : why);
    }
}
