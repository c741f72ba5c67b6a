package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The state of a Stream Manager, which its database keeps over restarts, and what its pages say may be done to it.
 *
 * <p>Time passes by being looked at: each list of a group's nodes brings its nodes one step on.
 */
final class SimulatedFleet {
    private final String version;
    private final Map<String, ObjectNode> policies = new LinkedHashMap<>();
    private final Map<String, ObjectNode> configurations = new LinkedHashMap<>();
    private final Map<String, SimulatedGroup> groups = new LinkedHashMap<>();
    private final Map<String, Integer> alarms = new TreeMap<>();
    private int looksUntilInService = 2;
    private int groupsMade;
    private int nodesMade;
    private boolean keepsNodes;

    SimulatedFleet(String version) {
        this.version = version;
    }

    void looksUntilInService(int looks) {
        looksUntilInService = looks;
    }

    /** From now on no node goes that is told to: the cloud does not answer. */
    void keepNodes(boolean keeps) {
        keepsNodes = keeps;
    }

    void carry(String address, long clients) {
        node(address).carry(clients);
    }

    ArrayNode policyNames() {
        return names(policies);
    }

    ArrayNode configurationNames() {
        return names(configurations);
    }

    private static ArrayNode names(Map<String, ObjectNode> documents) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        documents.keySet().forEach(names::add);
        return names;
    }

    ObjectNode policy(String name) {
        return sorted(found(policies, name, "Scale policy"));
    }

    ObjectNode configuration(String name) {
        return sorted(found(configurations, name, "Launch configuration"));
    }

    private static ObjectNode found(Map<String, ObjectNode> documents, String name, String what) {
        if (!documents.containsKey(name)) {
            throw new Refused(404, what + " " + name + " does not exist");
        }
        return documents.get(name);
    }

    /** Answers list roles in an order of their own. */
    private static ObjectNode sorted(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        copy.findValues("target").stream().filter(JsonNode::isArray).forEach(array -> {
            List<JsonNode> targets = StreamSupport.stream(array.spliterator(), false)
                    .sorted(Comparator.comparing(target -> target.path("role").asText()))
                    .toList();
            ((ArrayNode) array).removeAll().addAll(targets);
        });
        return copy;
    }

    ObjectNode createPolicy(JsonNode document) {
        Documents.checkPolicy(document);
        return create(policies, document, document.path("policy").path("name").asText(), "Scale policy");
    }

    ObjectNode createConfiguration(JsonNode document) {
        Documents.checkConfiguration(document, version);
        return create(
                configurations,
                document,
                document.path("launchconfig").path("name").asText(),
                "Launch configuration");
    }

    private static ObjectNode create(Map<String, ObjectNode> documents, JsonNode document, String name, String what) {
        if (documents.containsKey(name)) {
            throw new Refused(400, what + " " + name + " already exists");
        }
        documents.put(name, document.deepCopy());
        return sorted(documents.get(name));
    }

    /** While a group uses it, only its smallest and largest numbers may change. */
    ObjectNode updatePolicy(String name, JsonNode document) {
        ObjectNode before = found(policies, name, "Scale policy");
        Documents.checkPolicy(document);
        boolean isUsed =
                groups.values().stream().anyMatch(group -> group.scalePolicy().equals(name));
        if (isUsed && !Documents.withoutLimits(before).equals(Documents.withoutLimits(document))) {
            throw new Refused(400, "Scale policy " + name + " is in use: only minLimit and maxLimit can be updated");
        }
        policies.put(name, document.deepCopy());
        return policy(name);
    }

    ObjectNode updateConfiguration(String name, JsonNode document) {
        found(configurations, name, "Launch configuration");
        Documents.checkConfiguration(document, version);
        configurations.put(name, document.deepCopy());
        return configuration(name);
    }

    ObjectNode deletePolicy(String name) {
        ObjectNode gone = policy(name);
        if (groups.values().stream().anyMatch(group -> group.scalePolicy().equals(name))) {
            throw new Refused(400, "Scale policy " + name + " is in use");
        }
        policies.remove(name);
        return gone;
    }

    ObjectNode deleteConfiguration(String name) {
        ObjectNode gone = configuration(name);
        if (groups.values().stream()
                .anyMatch(group -> group.launchConfiguration().equals(name))) {
            throw new Refused(400, "Launch configuration " + name + " is in use");
        }
        configurations.remove(name);
        return gone;
    }

    ArrayNode groups() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List.copyOf(groups.values()).stream().filter(SimulatedGroup::isEnding).forEach(this::pass);
        groups.values().forEach(group -> all.add(group.json()));
        return all;
    }

    SimulatedGroup group(String name) {
        if (!groups.containsKey(name)) {
            throw new Refused(404, "Group " + name + " does not exist");
        }
        return groups.get(name);
    }

    ObjectNode createGroup(JsonNode document) {
        found(policies, document.path("scalePolicy").asText(), "Scale policy");
        found(configurations, document.path("launchConfig").asText(), "Launch configuration");
        if (document.path("regions").isEmpty()) {
            throw new Refused(400, "Invalid regions");
        }
        groupsMade++;
        String name = document.path("name").asText("group-d2f6aade-c6eb-4b92-b056-" + (3_000 + groupsMade));
        if (groups.containsKey(name)) {
            throw new Refused(400, "Group " + name + " already exists");
        }
        groups.put(name, new SimulatedGroup(groupsMade, name, document));
        return group(name).json();
    }

    /** Nodes that are just launched cannot be ended: they come up first. */
    ObjectNode deleteGroup(String name) {
        SimulatedGroup group = group(name);
        ObjectNode json = group.json();
        if (group.nodes().isEmpty()) {
            groups.remove(name);
        } else {
            group.state("terminating");
        }
        return json;
    }

    ObjectNode launchOrigin(String name) {
        SimulatedGroup group = group(name);
        if (group.isEnding()) {
            throw new Refused(400, "Group " + name + " is being deleted");
        }
        if (group.count("origin") >= limit(group, "origin", "maxLimit")) {
            throw new Refused(400, "Group " + name + " has all the origins that its scale policy allows");
        }
        SimulatedNode node = launch(group, "origin");
        group.state("initializing");
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", nodesMade);
        return json.put("identifier", node.identifier())
                .put("availabilityZone", node.zone())
                .put("role", "origin")
                .put("group", name)
                .put("requestTime", 1_452_600_723_615L);
    }

    private SimulatedNode launch(SimulatedGroup group, String role) {
        nodesMade++;
        long capacity = Documents.target(configurations.get(group.launchConfiguration()), role)
                .path("connectionCapacity")
                .asLong();
        SimulatedNode node =
                new SimulatedNode(nodesMade, role, group.region(nodesMade), group.launchConfiguration(), capacity);
        group.nodes().add(node);
        return node;
    }

    ArrayNode nodes(String name) {
        SimulatedGroup group = group(name);
        pass(group);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        group.nodes().forEach(node -> all.add(node.json()));
        return all;
    }

    private void pass(SimulatedGroup group) {
        if (!keepsNodes) {
            group.nodes().removeIf(SimulatedNode::isEnding);
        }
        group.nodes().forEach(node -> node.pass(looksUntilInService));
        if (group.isEnding()) {
            group.nodes().stream().filter(SimulatedNode::isInService).forEach(SimulatedNode::terminate);
            if (group.nodes().isEmpty()) {
                groups.remove(group.name());
            }
        } else if (group.isStarted()) {
            group.state("active");
            fill(group);
        }
    }

    private void fill(SimulatedGroup group) {
        for (String role : Documents.roles(policies.get(group.scalePolicy()))) {
            while (group.count(role) < limit(group, role, "minLimit")) {
                launch(group, role);
            }
        }
    }

    private long limit(SimulatedGroup group, String role, String key) {
        return Documents.target(policies.get(group.scalePolicy()), role)
                .path(key)
                .asLong();
    }

    SimulatedNode node(String address) {
        return groups.values().stream()
                .flatMap(group -> group.nodes().stream())
                .filter(node -> node.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "Node " + address + " does not exist"));
    }

    SimulatedGroup groupOf(SimulatedNode node) {
        return groups.values().stream()
                .filter(group -> group.nodes().contains(node))
                .findFirst()
                .orElseThrow();
    }

    void sunset(JsonNode addresses) {
        addresses.forEach(address -> node(address.asText()).sunset());
    }

    int alarm(String role) {
        return alarms.getOrDefault(role, 60);
    }

    void alarm(String role, int threshold) {
        alarms.put(role, threshold);
    }

    /** What is left when all has settled: documents, groups, and how many nodes of which role each has. */
    ObjectNode summary() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        policies.forEach((name, document) -> all.withObject("/policies").set(name, sorted(document)));
        configurations.forEach(
                (name, document) -> all.withObject("/configurations").set(name, sorted(document)));
        ArrayNode some = all.putArray("groups");
        for (SimulatedGroup group : groups.values()) {
            ObjectNode one = some.addObject()
                    .put("launchConfig", group.launchConfiguration())
                    .put("scalePolicy", group.scalePolicy());
            Map<String, Integer> counts = new TreeMap<>();
            group.nodes().forEach(node -> counts.merge(node.role(), 1, Integer::sum));
            counts.forEach(one.putObject("nodes")::put);
        }
        return all;
    }
}
