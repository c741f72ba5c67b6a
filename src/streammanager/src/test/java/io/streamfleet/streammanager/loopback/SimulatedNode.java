package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A node that comes up, serves and goes as it is looked at. */
final class SimulatedNode {
    private final String identifier;
    private final String role;
    private final String zone;
    private final String address;
    private final String launchConfiguration;
    private final long capacity;
    private String state = "pending";
    private int looks;
    private boolean isSunset;
    private long connections;

    SimulatedNode(int number, String role, String region, String launchConfiguration, long capacity) {
        this.identifier = "live-node-" + region + "a-" + (1_452_586_832_000L + number);
        this.role = role;
        this.zone = region + "a";
        this.address = "10.0." + number / 250 + "." + (1 + number % 250);
        this.launchConfiguration = launchConfiguration;
        this.capacity = capacity;
    }

    /** Lets a look's time pass. */
    void pass(int looksUntilInService) {
        looks++;
        switch (state) {
            case "pending" -> state = looks >= looksUntilInService ? "inservice" : "running";
            case "running" -> state = looks >= looksUntilInService ? "inservice" : state;
            default -> serve();
        }
    }

    private void serve() {
        if (isSunset && state.equals("inservice")) {
            connections = Math.max(0, connections - 1);
            state = connections == 0 ? "terminating" : state;
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("identifier", identifier)
                .put("role", role)
                .put("availabilityZone", zone);
        if (state.equals("pending")) {
            json.putNull("address");
        } else {
            json.put("address", address);
        }
        return json.put("state", state).put("launchConfig", launchConfiguration).put("capacity", capacity);
    }

    void carry(long clients) {
        connections = clients;
    }

    void sunset() {
        isSunset = true;
    }

    void terminate() {
        state = "terminating";
    }

    boolean isSunset() {
        return isSunset;
    }

    boolean isInService() {
        return state.equals("inservice");
    }

    boolean isEnding() {
        return state.equals("terminating");
    }

    String identifier() {
        return identifier;
    }

    String role() {
        return role;
    }

    String zone() {
        return zone;
    }

    String address() {
        return address;
    }

    long connections() {
        return connections;
    }
}
