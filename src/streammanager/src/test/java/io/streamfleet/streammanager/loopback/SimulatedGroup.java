package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A group of nodes: started by its first origin, filled to its policy's smallest numbers, deleted once it is empty. */
final class SimulatedGroup {
    private final int id;
    private final String name;
    private final ObjectNode given;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private String state = "new";

    SimulatedGroup(int id, String name, JsonNode given) {
        this.id = id;
        this.name = name;
        this.given = given.deepCopy();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", name)
                .put("originConnections", 0);
        json.set("regions", given.path("regions"));
        return json.put("launchConfig", launchConfiguration())
                .put("scalePolicy", scalePolicy())
                .put("state", state)
                .putNull("timestamp");
    }

    String name() {
        return name;
    }

    String launchConfiguration() {
        return given.path("launchConfig").asText();
    }

    String scalePolicy() {
        return given.path("scalePolicy").asText();
    }

    String region(int number) {
        JsonNode regions = given.path("regions");
        return regions.get(number % regions.size()).asText();
    }

    List<SimulatedNode> nodes() {
        return nodes;
    }

    void state(String now) {
        state = now;
    }

    boolean isEnding() {
        return state.equals("terminating");
    }

    boolean isStarted() {
        return nodes.stream().anyMatch(node -> node.role().equals("origin") && node.isInService());
    }

    /** How many nodes of a role there are or will be: those that are drained do not count. */
    long count(String role) {
        return nodes.stream()
                .filter(node -> node.role().equals(role) && !node.isEnding() && !node.isSunset())
                .count();
    }
}
