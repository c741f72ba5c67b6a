package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.value.Texts;
import java.util.List;

/**
 * What the nodes of a {@link NodeFleet} are, and who launches them.
 *
 * @param name the deployment's name, with which its roles' names begin: required
 * @param project project in which nodes are launched: required
 * @param controller identity of the servers that launch them: required
 * @param prefix beginning of every node's name: required
 * @param ranges ranges that the nodes' addresses are in. Default: those that Google gives to a network's own
 *     subnetworks, 10.128.0.0/9
 * @param documents what the nodes are, as the Stream Manager's API takes it: required
 */
@Props
public record NodeFleetProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        String project,
        IServerIdentity controller,
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String prefix,
        List<String> ranges,
        NodeDocumentTexts documents) {
    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or Google would refuse it
     */
    public NodeFleetProps {
        ranges = ranges == null ? List.of(GoogleNetwork.NODES.toString()) : List.copyOf(ranges);
        new Check(NodeFleetProps.class, name, project, controller, prefix, ranges, documents)
                .that(!ranges.isEmpty(), Violation.at("ranges").allowed("at least one range"))
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeFleetPropsBuilder builder() {
        return NodeFleetPropsBuilder.builder();
    }
}
