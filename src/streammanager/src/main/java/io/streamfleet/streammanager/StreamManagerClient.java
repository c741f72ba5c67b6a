package io.streamfleet.streammanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Speaks with a Stream Manager by its REST API, 3.1 or 4.0.
 *
 * <p>What reads, and what twice comes to the same as once, is sent again when no answer came; what makes or deletes
 * something is not: whether it was done is to be read. Documents are sent as they are given. May be used by several threads.
 *
 * <p>Every method throws {@link StreamManagerException}.
 */
public final class StreamManagerClient {
    private static final String ADMIN = "admin";
    private static final String CONFIGURATIONS = "configurations";
    private static final String SCALE_POLICY = "scalepolicy";
    private static final String LAUNCH_CONFIGURATION = "launchconfig";
    private static final String NODE_GROUP = "nodegroup";
    private static final String NODE = "node";

    private final ClientSettings settings;
    private final Transport transport;

    /**
     * Prepares the client; nothing is sent yet.
     *
     * @throws IllegalArgumentException when the file of authorities holds none
     */
    public StreamManagerClient(ClientSettings settings) {
        this.settings = settings;
        this.transport = new Transport(settings);
    }

    /** Returns the settings, whose token shows itself to nobody. */
    public ClientSettings settings() {
        return settings;
    }

    /** Returns the name of the cloud's controller, such as {@code Amazon Web Services}: whoever answers so is ready. */
    public String cloudController() {
        return transport.ask(Request.get(ADMIN, "debug", "cloudcontroller"), answer -> {
            String text = answer.text().strip();
            return text.startsWith("\"") ? answer.json().text() : Answers.plain(text);
        });
    }

    /** Returns the names of the scale policies. */
    public List<String> scalePolicies() {
        return names(Request.get(ADMIN, CONFIGURATIONS, SCALE_POLICY));
    }

    /** Returns a scale policy. */
    public ScalePolicy scalePolicy(String name) {
        return transport.ask(
                Request.get(ADMIN, CONFIGURATIONS, SCALE_POLICY, name), answer -> ScalePolicy.read(answer.json()));
    }

    /** Makes a scale policy, whose name must be free. */
    public void createScalePolicy(JsonNode document) {
        done(Request.post(document, ADMIN, CONFIGURATIONS, SCALE_POLICY));
    }

    /** Puts a document in the place of a scale policy. While a group uses that, only its limits may differ. */
    public void updateScalePolicy(String name, JsonNode document) {
        done(Request.put(document, ADMIN, CONFIGURATIONS, SCALE_POLICY, name));
    }

    /** Deletes a scale policy, which no group may use. */
    public void deleteScalePolicy(String name) {
        done(Request.delete(ADMIN, CONFIGURATIONS, SCALE_POLICY, name));
    }

    /** Returns the names of the launch configurations. */
    public List<String> launchConfigurations() {
        return names(Request.get(ADMIN, CONFIGURATIONS, LAUNCH_CONFIGURATION));
    }

    /** Returns a launch configuration. */
    public LaunchConfiguration launchConfiguration(String name) {
        return transport.ask(
                Request.get(ADMIN, CONFIGURATIONS, LAUNCH_CONFIGURATION, name),
                answer -> LaunchConfiguration.read(answer.json()));
    }

    /** Makes a launch configuration, whose name must be free. */
    public void createLaunchConfiguration(JsonNode document) {
        done(Request.post(document, ADMIN, CONFIGURATIONS, LAUNCH_CONFIGURATION));
    }

    /** Puts a document in the place of a launch configuration; nodes that run stay as they were launched. */
    public void updateLaunchConfiguration(String name, JsonNode document) {
        done(Request.put(document, ADMIN, CONFIGURATIONS, LAUNCH_CONFIGURATION, name));
    }

    /** Deletes a launch configuration, which no group may use. */
    public void deleteLaunchConfiguration(String name) {
        done(Request.delete(ADMIN, CONFIGURATIONS, LAUNCH_CONFIGURATION, name));
    }

    /** Returns every group of nodes. */
    public List<NodeGroup> nodeGroups() {
        return transport.ask(
                Request.get(ADMIN, NODE_GROUP),
                answer -> answer.json().items().stream().map(NodeGroup::read).toList());
    }

    /** Returns a group of nodes. */
    public NodeGroup nodeGroup(String name) {
        return transport.ask(Request.get(ADMIN, NODE_GROUP, name), answer -> NodeGroup.read(answer.json()));
    }

    /** Makes a group of nodes, without any yet. */
    public NodeGroup createNodeGroup(JsonNode document) {
        return transport.ask(Request.post(document, ADMIN, NODE_GROUP), answer -> NodeGroup.read(answer.json()));
    }

    /** Deletes a group: at once where it has no nodes, else they are ended first, and their streams with them. */
    public void deleteNodeGroup(String name) {
        done(Request.delete(ADMIN, NODE_GROUP, name));
    }

    /** Launches an origin; the first one of a group starts the group, which is then filled to its smallest numbers. */
    public LaunchedNode launchOrigin(String group) {
        return transport.ask(
                Request.post(ADMIN, NODE_GROUP, group, NODE, "origin"), answer -> LaunchedNode.read(answer.json()));
    }

    /** Returns the nodes of a group, in any state. */
    public List<Node> nodes(String group) {
        return transport.ask(
                Request.get(ADMIN, NODE_GROUP, group, NODE),
                answer -> answer.json().items().stream().map(Node::read).toList());
    }

    /** Returns a node by its address. */
    public Node node(String address) {
        return transport.ask(Request.get(ADMIN, NODE, address), answer -> Node.read(answer.json()));
    }

    /** Returns what a group carries. */
    public GroupStatistics statistics(String group) {
        return transport.ask(
                Request.get(ADMIN, NODE_GROUP, group, "stats"), answer -> GroupStatistics.read(answer.json()));
    }

    /** Returns how many connections a node has. */
    public long connections(String address) {
        return transport.ask(
                Request.get(ADMIN, NODE, address, "stats"),
                answer -> answer.json().key("totalConnections").whole());
    }

    /**
     * Drains edges: they get no new clients, others are launched in their place, and each ends with its last client.
     *
     * @param addresses of the edges
     * @throws IllegalStateException when the API's version cannot
     */
    public void drain(List<String> addresses) {
        if (!settings.version().drains()) {
            throw new IllegalStateException("API " + settings.version().number() + " cannot drain nodes");
        }
        ArrayNode edges = JsonNodeFactory.instance.arrayNode();
        addresses.forEach(edges::add);
        done(Request.post(edges, ADMIN, NODE, "sunset"));
    }

    /** Returns when nodes of a role are added. */
    public ScaleOutAlarm scaleOutAlarm(String role) {
        return transport.ask(alarm("GET", Map.of("type", role)), answer -> ScaleOutAlarm.read(answer.json()));
    }

    /**
     * Sets when nodes of a role are added, for every group. The vendor wants it done without traffic.
     *
     * @param role the role
     * @param percent of their connections that nodes may have before others are added, from 1 to 100
     */
    public void setScaleOutAlarm(String role, int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("got " + percent + ", must be from 1 to 100");
        }
        Map<String, String> query = new TreeMap<>(Map.of("type", role, "threshold", String.valueOf(percent)));
        done(alarm("POST", query).repeatable());
    }

    private static Request alarm(String method, Map<String, String> query) {
        return new Request(
                method, List.of(ADMIN, "alarm", "scaleout", "default"), query, Optional.empty(), method.equals("GET"));
    }

    private List<String> names(Request request) {
        return transport.ask(
                request,
                answer -> answer.json().items().stream().map(Shape::text).toList());
    }

    /** The status says that it was done; what else the answer says is to be read from where it was put. */
    private void done(Request request) {
        transport.ask(request, answer -> answer.status());
    }
}
