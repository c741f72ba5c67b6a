package io.streamfleet.stacks.nodes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.stacks.show.Table;
import io.streamfleet.streammanager.Node;
import io.streamfleet.streammanager.NodeGroup;
import io.streamfleet.streammanager.StreamManagerClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a Stream Manager has of a fleet, beside what the description says.
 *
 * @param name the deployment's
 * @param controller the cloud's controller, by which the Stream Manager launches
 * @param groups the fleet's groups: one, or none yet
 * @param roles how many nodes of each role there are
 * @param nodes every node, by role and name
 * @param differences what nodes apply would change
 */
public record FleetStatus(
        String name,
        String controller,
        List<NodeGroup> groups,
        List<RoleCount> roles,
        List<Node> nodes,
        List<String> differences) {
    /** Copies. */
    public FleetStatus {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        nodes = List.copyOf(nodes);
        differences = List.copyOf(differences);
    }

    /** Reads it; changes nothing. */
    public static FleetStatus read(StreamManagerClient client, WantedFleet wanted) {
        String controller = client.cloudController();
        FoundFleet found = FoundFleet.read(client, wanted);
        List<Node> nodes = found.nodes().stream()
                .sorted(Comparator.comparing(Node::role).thenComparing(Node::identifier))
                .toList();
        return new FleetStatus(
                wanted.name(),
                controller,
                found.own(),
                RoleCount.of(wanted, nodes),
                nodes,
                differences(client, wanted, found));
    }

    private static List<String> differences(StreamManagerClient client, WantedFleet wanted, FoundFleet found) {
        Difference difference = new Difference(client, wanted, found);
        Stream<String> missing = Stream.of(
                        Optional.of("no scale policy " + wanted.documentName())
                                .filter(words -> found.policy().isEmpty()),
                        Optional.of("no launch configuration " + wanted.documentName())
                                .filter(words -> found.configuration().isEmpty()),
                        Optional.of("no node group of them")
                                .filter(words -> found.own().isEmpty()))
                .flatMap(Optional::stream);
        Stream<String> elsewhere = found.own().stream()
                .filter(group -> !wanted.regions().equals(new TreeSet<>(group.regions())))
                .map(group -> "node group " + group.name() + ": is in " + String.join(", ", group.regions())
                        + ", must be in " + String.join(", ", wanted.regions()) + "; nodes apply cannot move it");
        Stream<String> changes = Stream.concat(
                difference.policyChanges().stream().map(change -> "scale policy: " + change),
                difference.configurationChanges().stream().map(change -> "launch configuration: " + change));
        return Stream.of(missing, elsewhere, changes).flatMap(each -> each).toList();
    }

    /** Returns whether there is one group, and every role of it is in service at its minimum. */
    public boolean isInService() {
        return groups.size() == 1 && roles.stream().allMatch(RoleCount::isMet);
    }

    /** Returns it as lines for people. */
    public String text(UnaryOperator<String> heading) {
        List<String> lines = new ArrayList<>();
        lines.add(heading.apply(name) + ": " + (isInService() ? "in service" : "not in service") + ", launched on "
                + controller);
        groups.forEach(group -> lines.add(
                "  node group " + group.name() + " (" + group.state() + ") in " + String.join(", ", group.regions())));
        Table counts = new Table("role", "in service", "starting", "ending", "min", "max");
        roles.forEach(each ->
                counts.row(each.role(), each.inService(), each.starting(), each.ending(), each.min(), each.max()));
        lines.addAll(counts.lines());
        if (!nodes.isEmpty()) {
            Table table = new Table("node", "role", "zone", "address", "state");
            nodes.forEach(node -> table.row(
                    node.identifier(), node.role(), node.zone(), node.address().orElse("-"), node.state()));
            lines.addAll(table.lines());
        }
        if (!differences.isEmpty()) {
            lines.add(heading.apply("differs from the description") + ":");
            differences.forEach(difference -> lines.add("  " + difference));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns it for programs. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("inService", isInService())
                .put("controller", controller);
        ArrayNode all = json.putArray("groups");
        groups.forEach(group -> {
            ObjectNode one = all.addObject().put("name", group.name()).put("state", group.state());
            group.regions().forEach(one.putArray("regions")::add);
        });
        ArrayNode counts = json.putArray("roles");
        roles.forEach(each -> counts.addObject()
                .put("role", each.role())
                .put("inService", each.inService())
                .put("starting", each.starting())
                .put("ending", each.ending())
                .put("min", each.min())
                .put("max", each.max()));
        ArrayNode each = json.putArray("nodes");
        nodes.forEach(node -> each.addObject()
                .put("identifier", node.identifier())
                .put("role", node.role())
                .put("zone", node.zone())
                .put("address", node.address().orElse(null))
                .put("state", node.state()));
        differences.forEach(json.putArray("differences")::add);
        return json;
    }
}
