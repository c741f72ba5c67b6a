package io.streamfleet.stacks.nodes;

import io.streamfleet.streammanager.LaunchConfiguration;
import io.streamfleet.streammanager.Node;
import io.streamfleet.streammanager.NodeGroup;
import io.streamfleet.streammanager.ScalePolicy;
import io.streamfleet.streammanager.StreamManagerClient;
import java.util.List;
import java.util.Optional;

/**
 * What a Stream Manager has of a fleet.
 *
 * @param policy the scale policy of its name
 * @param configuration the launch configuration of its name
 * @param groups every group, also of others
 * @param own the groups that are made of both documents; more than one is a mistake
 * @param nodes those of its only group
 */
record FoundFleet(
        Optional<ScalePolicy> policy,
        Optional<LaunchConfiguration> configuration,
        List<NodeGroup> groups,
        List<NodeGroup> own,
        List<Node> nodes) {
    FoundFleet {
        groups = List.copyOf(groups);
        own = List.copyOf(own);
        nodes = List.copyOf(nodes);
    }

    /** Reads it; what is not there is known by lists of names, since a status for it is 400 or 404. */
    static FoundFleet read(StreamManagerClient client, WantedFleet wanted) {
        List<NodeGroup> groups = client.nodeGroups();
        List<NodeGroup> own = groups.stream().filter(wanted::isMadeOf).toList();
        return new FoundFleet(
                policy(client, wanted),
                configuration(client, wanted),
                groups,
                own,
                own.size() == 1 ? client.nodes(own.get(0).name()) : List.of());
    }

    static Optional<ScalePolicy> policy(StreamManagerClient client, WantedFleet wanted) {
        String name = wanted.documentName();
        return client.scalePolicies().contains(name) ? Optional.of(client.scalePolicy(name)) : Optional.empty();
    }

    static Optional<LaunchConfiguration> configuration(StreamManagerClient client, WantedFleet wanted) {
        String name = wanted.documentName();
        return client.launchConfigurations().contains(name)
                ? Optional.of(client.launchConfiguration(name))
                : Optional.empty();
    }

    /** Returns the group, where there is one. */
    Optional<NodeGroup> group() {
        return own.stream().findFirst();
    }

    /** Returns the groups that use the scale policy, also of others. */
    List<String> usersOfPolicy(WantedFleet wanted) {
        return groups.stream()
                .filter(group -> group.scalePolicy().equals(wanted.documentName()))
                .map(NodeGroup::name)
                .toList();
    }
}
