package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_firewall.ComputeFirewall;
import com.hashicorp.cdktf.providers.google.compute_firewall.ComputeFirewallAllow;
import com.hashicorp.cdktf.providers.google.compute_firewall.ComputeFirewallDeny;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.constructs.Construct;

/**
 * Opens the flows of a plan, and nothing else.
 *
 * <p>Creates one rule that lets a flow into the servers or nodes that accept it, and one that lets it out of those that
 * open it; services of Google's and ranges of addresses have no rules, so that a flow from or to them is one rule alone.
 * Servers are closed to everything else by two rules behind theirs, in and out: others of the network, such as those that
 * Google puts into its default network, then open nothing of them. Only what Google always lets pass, the metadata
 * server with its DNS and clock, needs no flow. Nodes have no identity; their rules are for their range, behind the
 * servers', and leave others of the network as they are. Costs nothing.
 *
 * @see <a href="https://cloud.google.com/firewall/docs/firewalls">VPC firewall rules</a>
 */
public final class FlowRules extends Construct {
    private static final int SERVERS = 1000;
    private static final int CLOSED = 1100;
    private static final int NODES = 1200;

    private static final List<String> ANYWHERE = List.of("0.0.0.0/0");

    private final FlowRulesProps props;
    private final String networkId;
    private final List<ComputeFirewall> ingress = new ArrayList<>();
    private final List<ComputeFirewall> egress = new ArrayList<>();
    private final List<ComputeFirewall> closed = new ArrayList<>();

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
        networkId = props.network().networkId();
        for (Flow flow : props.flows()) {
            letIn(flow);
            letOut(flow);
        }
        props.peers().forEach(this::closeToAllElse);
    }

    /** Returns the rules that let flows in, in the order of the flows. */
    public List<ComputeFirewall> ingress() {
        return List.copyOf(ingress);
    }

    /** Returns the rules that let flows out, in the order of the flows. */
    public List<ComputeFirewall> egress() {
        return List.copyOf(egress);
    }

    /** Returns the rules that close servers to everything else. */
    public List<ComputeFirewall> closed() {
        return List.copyOf(closed);
    }

    private void letIn(Flow flow) {
        FlowPeer to = props.peers().get(flow.to());
        if (to instanceof FlowPeer.Servers servers) {
            ComputeFirewall.Builder rule =
                    allow(flow, "Ingress", SERVERS).targetServiceAccounts(List.of(servers.serviceAccount()));
            ingress.add(from(flow.from(), rule).build());
        } else if (to instanceof FlowPeer.Nodes nodes) {
            ComputeFirewall.Builder rule = allow(flow, "Ingress", NODES).destinationRanges(nodes.ranges());
            ingress.add(from(flow.from(), rule).build());
        }
    }

    private ComputeFirewall.Builder from(Party party, ComputeFirewall.Builder rule) {
        FlowPeer peer = props.peers().get(party);
        return peer instanceof FlowPeer.Servers servers
                ? rule.sourceServiceAccounts(List.of(servers.serviceAccount()))
                : rule.sourceRanges(sources(party, peer));
    }

    private static List<String> sources(Party party, FlowPeer peer) {
        if (party instanceof Party.Addresses addresses) {
            return List.of(addresses.range().toString());
        }
        return peer instanceof FlowPeer.Nodes nodes ? nodes.ranges() : ((FlowPeer.Service) peer).from();
    }

    private void letOut(Flow flow) {
        FlowPeer from = props.peers().get(flow.from());
        if (from instanceof FlowPeer.Servers servers) {
            egress.add(allow(flow, "Egress", SERVERS)
                    .targetServiceAccounts(List.of(servers.serviceAccount()))
                    .destinationRanges(destinations(flow.to()))
                    .build());
        } else if (from instanceof FlowPeer.Nodes nodes) {
            egress.add(allow(flow, "Egress", NODES)
                    .sourceRanges(nodes.ranges())
                    .destinationRanges(destinations(flow.to()))
                    .build());
        }
    }

    private List<String> destinations(Party party) {
        if (party instanceof Party.Addresses addresses) {
            return List.of(addresses.range().toString());
        }
        FlowPeer peer = props.peers().get(party);
        return peer instanceof FlowPeer.Nodes nodes ? nodes.ranges() : ((FlowPeer.Service) peer).at();
    }

    private void closeToAllElse(Party party, FlowPeer peer) {
        if (peer instanceof FlowPeer.Servers servers) {
            String part = ((Party.Part) party).id();
            closed.add(close(part, servers, "Ingress").sourceRanges(ANYWHERE).build());
            closed.add(
                    close(part, servers, "Egress").destinationRanges(ANYWHERE).build());
        }
    }

    private ComputeFirewall.Builder close(String part, FlowPeer.Servers servers, String direction) {
        return rule(part + "Closed" + direction, direction, CLOSED)
                .description("Nothing but the flows above")
                .targetServiceAccounts(List.of(servers.serviceAccount()))
                .deny(List.of(ComputeFirewallDeny.builder().protocol("all").build()));
    }

    private ComputeFirewall.Builder allow(Flow flow, String direction, int priority) {
        return rule(flow.name() + direction, direction, priority)
                .description(TerraformText.literal(flow.why()))
                .allow(List.of(allowed(flow)));
    }

    private ComputeFirewall.Builder rule(String id, String direction, int priority) {
        return ComputeFirewall.Builder.create(this, id)
                .name(GoogleNames.RESOURCE.name(props.name(), kebab(id)))
                .network(networkId)
                .direction(direction.toUpperCase(Locale.ROOT))
                .priority(priority);
    }

    private static ComputeFirewallAllow allowed(Flow flow) {
        return flow.protocol() == Protocol.ANY
                ? ComputeFirewallAllow.builder().protocol("all").build()
                : ComputeFirewallAllow.builder()
                        .protocol(flow.protocol().name().toLowerCase(Locale.ROOT))
                        .ports(List.of(flow.ports().toString()))
                        .build();
    }

    /** Returns {@code entry-to-stream-manager-tcp-5080-ingress} of {@code EntryToStreamManagerTcp5080Ingress}. */
    static String kebab(String id) {
        return id.replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
