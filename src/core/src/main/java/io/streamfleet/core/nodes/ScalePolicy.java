package io.streamfleet.core.nodes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.spec.NodeRole;
import java.time.Duration;
import java.util.List;

/**
 * How many nodes of each role a Stream Manager keeps.
 *
 * @param name by which node groups refer to it
 * @param description what it is, for people
 * @param limits the roles' limits
 */
record ScalePolicy(String name, String description, List<Limits> limits) {
    private static final String TYPE = "com.red5pro.services.autoscaling.model.ScalePolicyMaster";
    private static final String VERSION = "0.0.3";

    ScalePolicy {
        limits = List.copyOf(limits);
    }

    /**
     * The limits of one role.
     *
     * @param role the role
     * @param min smallest number of nodes
     * @param max largest number of nodes
     * @param step nodes added at a time
     * @param scaleInWait least time between two removals
     * @param scaleOutWait least time between two additions
     */
    record Limits(NodeRole role, int min, int max, int step, Duration scaleInWait, Duration scaleOutWait) {
        private ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("role", role.key())
                    .put("minLimit", min)
                    .put("maxLimit", max)
                    .put("scaleAdjustment", step);
            putWait(json, "scaleInWaitTime", scaleInWait);
            putWait(json, "scaleOutWaitTime", scaleOutWait);
            return json;
        }

        /** In milliseconds; an absent one is 0. */
        private static void putWait(ObjectNode json, String key, Duration wait) {
            if (!wait.isZero()) {
                json.put(key, wait.toMillis());
            }
        }
    }

    /** Returns the policy as the REST API takes it: limits for the region {@code default} are those of every region. */
    NodeDocument document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode policy = root.putObject("policy")
                .put("name", name)
                .put("description", description)
                .put("type", TYPE)
                .put("version", VERSION);
        ObjectNode region =
                policy.putObject("targets").putArray("region").addObject().put("name", "default");
        ArrayNode targets = region.putArray("target");
        limits.forEach(limit -> targets.add(limit.json()));
        return new NodeDocument(root);
    }
}
