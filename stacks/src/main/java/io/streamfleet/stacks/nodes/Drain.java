package io.streamfleet.stacks.nodes;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.Node;
import io.streamfleet.streammanager.StreamManagerClient;
import io.streamfleet.streammanager.StreamManagerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Drains edges: the Stream Manager sends them no new clients, launches others in their place, and ends each with its last
 * client.
 *
 * <p>Edges alone: what the vendor says of {@code admin/node/sunset}
 * (https://www.red5.net/docs/development/rest-api-v-400/smapi-nodes/) is said of no other role.
 */
public final class Drain {
    private final StreamManagerClient client;
    private final Consumer<String> say;

    /**
     * Prepares it; nothing is sent yet.
     *
     * @param client speaks with the Stream Manager
     * @param say where progress goes
     */
    public Drain(StreamManagerClient client, Consumer<String> say) {
        this.client = client;
        this.say = say;
    }

    /**
     * Drains nodes and waits until they are gone.
     *
     * @param names addresses or identifiers of the nodes
     * @param waits how long, where at all
     * @throws Refusal when a node cannot be drained, and then none is; or when the time is over
     */
    public void run(List<String> names, Optional<Waits> waits) {
        List<String> addresses = addresses(names);
        client.drain(addresses);
        say.accept("draining " + String.join(", ", addresses) + ": no new clients; the Stream Manager launches others");
        waits.ifPresent(time -> waitFor(addresses, time));
    }

    private List<String> addresses(List<String> names) {
        Map<String, Node> nodes = nodes();
        List<String> addresses = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (String name : names) {
            Node node = nodes.get(name);
            if (node == null) {
                refusals.add(name + ": no node group has it; it is gone already, or was never there");
            } else if (!node.role().equals("edge")) {
                refusals.add(name + ": is of role " + node.role() + ", must be an edge; the API drains no other");
            } else if (!node.isInService()) {
                refusals.add(name + ": is " + node.state() + ", must be inservice");
            } else {
                addresses.add(node.address().orElse(name));
            }
        }
        if (!refusals.isEmpty()) {
            refusals.add("no node is drained");
            throw new Refusal(String.join("\n", refusals));
        }
        return addresses.stream().distinct().toList();
    }

    /** Every node of every group, by its address and by its identifier. */
    private Map<String, Node> nodes() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        client.nodeGroups().forEach(group -> client.nodes(group.name()).forEach(node -> {
            nodes.put(node.identifier(), node);
            node.address().ifPresent(address -> nodes.put(address, node));
        }));
        return nodes;
    }

    private void waitFor(List<String> addresses, Waits waits) {
        Optional<String> left = waits.until(() -> left(addresses));
        if (left.isPresent()) {
            throw new Refusal("waited " + Waits.format(waits.longest()) + "; " + left.get()
                    + "\nthey go on draining, also without this command; nodes status tells when they are gone");
        }
        say.accept("drained and gone: " + String.join(", ", addresses));
    }

    private Optional<String> left(List<String> addresses) {
        Map<String, Node> nodes = nodes();
        List<String> there = addresses.stream()
                .filter(address ->
                        nodes.containsKey(address) && !nodes.get(address).isEnding())
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of("still there: "
                        + String.join(", ", there.stream().map(this::load).toList()));
    }

    private String load(String address) {
        try {
            long connections = client.connections(address);
            return address + " with " + connections + (connections == 1 ? " connection" : " connections");
        } catch (StreamManagerException e) {
            return address;
        }
    }
}
