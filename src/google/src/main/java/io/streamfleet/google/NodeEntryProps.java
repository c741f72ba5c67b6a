package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Ports;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link NodeEntry} is made of.
 *
 * @param name the deployment's name, with which its resources' names begin: required
 * @param network where it stands: required
 * @param groups the groups of servers behind it, at least one and one a region, each of a region of the network's
 * @param nodes ranges that the nodes' addresses are in: required
 * @param domain host name that the nodes use, the same as the public one: required
 * @param port port it listens on and of the servers behind it: packets arrive as they were sent. Default: 5080
 * @param health how it tells a healthy server: required
 * @param drain time for which a server that leaves finishes requests, 0 to 1 h. Default: 30 s, since nodes send short
 *     reports
 * @param labels labels of what takes some. Default: none
 */
@Props
public record NodeEntryProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        INetwork network,
        List<IServerGroup> groups,
        List<String> nodes,
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        @Range(min = "1", max = "65535") Integer port,
        Health health,
        @Range(min = "0s", max = "3600s") Duration drain,
        Map<String, String> labels) {
    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the load balancer's limits
     */
    public NodeEntryProps {
        groups = groups == null ? List.of() : List.copyOf(groups);
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
        port = port == null ? Integer.valueOf(Ports.STREAM_MANAGER) : port;
        drain = drain == null ? Duration.ofSeconds(30) : drain;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
        new Check(NodeEntryProps.class, name, network, groups, nodes, domain, port, health, drain, labels)
                .that(
                        !groups.isEmpty(),
                        Violation.at("groups").allowed("at least one, or there is nothing to forward to"))
                .that(
                        groups.stream().map(IServerGroup::region).distinct().count() == groups.size(),
                        Violation.at("groups").given("two of one region").allowed("one a region"))
                .that(!nodes.isEmpty(), Violation.at("nodes").allowed("at least one range"))
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeEntryPropsBuilder builder() {
        return NodeEntryPropsBuilder.builder();
    }
}
