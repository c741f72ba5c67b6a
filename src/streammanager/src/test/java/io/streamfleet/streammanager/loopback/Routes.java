package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** What each address of the API does. */
final class Routes {
    /** An answer of the API. */
    record Reply(int status, JsonNode body) {}

    private static final Set<String> ROLES = Set.of("origin", "edge", "relay", "transcoder");

    private final SimulatedFleet fleet;
    private final String version;
    private String controller = "Amazon Web Services";
    private boolean isBare;
    private boolean isDouble;

    Routes(SimulatedFleet fleet, String version) {
        this.fleet = fleet;
        this.version = version;
    }

    /** Launches from now on by another cloud's controller. */
    void controller(String name) {
        controller = name;
    }

    /** Answers from now on as the vendor's scripts expect: launch configurations without their outer key, numbers as 2.0. */
    void answerAsScriptsExpect() {
        isBare = true;
        isDouble = true;
    }

    Reply reply(String method, String[] path, Map<String, String> query, JsonNode body) {
        Reply reply =
                switch (path[0]) {
                    case "debug" -> new Reply(200, JsonNodeFactory.instance.textNode(controller));
                    case "configurations" ->
                        path[1].equals("scalepolicy")
                                ? policies(method, path, body)
                                : configurations(method, path, body);
                    case "nodegroup" -> groups(method, path, body);
                    case "node" -> nodes(method, path, body);
                    case "alarm" -> alarm(method, query);
                    default -> throw new Refused(404, "no such resource");
                };
        return isDouble ? new Reply(reply.status(), Documents.withDoubles(reply.body())) : reply;
    }

    private Reply policies(String method, String[] path, JsonNode body) {
        if (path.length == 2) {
            return method.equals("POST")
                    ? new Reply(201, fleet.createPolicy(body))
                    : new Reply(200, fleet.policyNames());
        }
        return new Reply(
                200,
                switch (method) {
                    case "GET" -> fleet.policy(path[2]);
                    case "PUT" -> fleet.updatePolicy(path[2], body);
                    case "DELETE" -> fleet.deletePolicy(path[2]);
                    default -> throw new Refused(405, "Method not allowed");
                });
    }

    private Reply configurations(String method, String[] path, JsonNode body) {
        if (path.length == 2) {
            return method.equals("POST")
                    ? new Reply(201, bare(fleet.createConfiguration(body)))
                    : new Reply(200, fleet.configurationNames());
        }
        return new Reply(
                200,
                bare(
                        switch (method) {
                            case "GET" -> fleet.configuration(path[2]);
                            case "PUT" -> fleet.updateConfiguration(path[2], body);
                            case "DELETE" -> fleet.deleteConfiguration(path[2]);
                            default -> throw new Refused(405, "Method not allowed");
                        }));
    }

    private JsonNode bare(ObjectNode document) {
        return isBare ? document.path("launchconfig") : document;
    }

    private Reply groups(String method, String[] path, JsonNode body) {
        if (path.length == 1) {
            return method.equals("POST") ? new Reply(201, fleet.createGroup(body)) : new Reply(200, fleet.groups());
        }
        if (path.length == 2) {
            return new Reply(
                    200,
                    method.equals("DELETE")
                            ? fleet.deleteGroup(path[1])
                            : fleet.group(path[1]).json());
        }
        return switch (path[2]) {
            case "stats" -> new Reply(200, statistics(fleet.group(path[1])));
            case "node" ->
                method.equals("POST")
                        ? new Reply(201, fleet.launchOrigin(path[1]))
                        : new Reply(200, fleet.nodes(path[1]));
            default -> throw new Refused(404, "no such resource");
        };
    }

    private static ObjectNode statistics(SimulatedGroup group) {
        ObjectNode statistics = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "totalConnections",
                        group.nodes().stream()
                                .mapToLong(SimulatedNode::connections)
                                .sum());
        ArrayNode roles = statistics.putArray("targetTypeLoadSummary");
        group.nodes().stream().map(SimulatedNode::role).distinct().sorted().forEach(role -> roles.addObject()
                .put("type", role)
                .put("totalNodeCount", group.count(role))
                .put(
                        "totalActiveNodeCount",
                        group.nodes().stream()
                                .filter(node -> node.role().equals(role) && node.isInService())
                                .count())
                .put("netConnectionCapacity", 2000)
                .put("netConnectionLoad", 0));
        return statistics;
    }

    private Reply nodes(String method, String[] path, JsonNode body) {
        if (path[1].equals("sunset")) {
            if (!version.equals("4.0")) {
                throw new Refused(404, "no such resource");
            }
            fleet.sunset(body);
            return new Reply(200, JsonNodeFactory.instance.objectNode());
        }
        SimulatedNode node = fleet.node(path[1]);
        ObjectNode json = node.json().put("group", fleet.groupOf(node).name());
        return new Reply(200, path.length > 2 ? json.put("totalConnections", node.connections()) : json);
    }

    private Reply alarm(String method, Map<String, String> query) {
        String role = query.getOrDefault("type", "");
        if (!ROLES.contains(role)) {
            throw new Refused(400, "Invalid type");
        }
        if (method.equals("POST")) {
            fleet.alarm(role, Integer.parseInt(query.get("threshold")));
        }
        return new Reply(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", 1)
                        .put("type", "SCALEOUTALARM")
                        .put("metric", "CONNECTIONS")
                        .put("unit", "PERCENTAGE")
                        .put("threshold", fleet.alarm(role))
                        .put("comparator", "GREATERTHAN")
                        .put("targetType", "GROUP"));
    }
}
