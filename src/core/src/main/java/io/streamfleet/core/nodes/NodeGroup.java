package io.streamfleet.core.nodes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Where nodes are launched, and by which documents.
 *
 * @param regions the cloud's regions
 * @param launchConfiguration name of the launch configuration
 * @param scalePolicy name of the scale policy
 * @param name the group's own; without one the Stream Manager makes one up and tells it
 */
record NodeGroup(List<String> regions, String launchConfiguration, String scalePolicy, Optional<String> name) {
    NodeGroup {
        regions = List.copyOf(regions);
    }

    /** Returns the group as the REST API takes it. */
    NodeDocument document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode places = root.putArray("regions");
        regions.forEach(places::add);
        root.put("launchConfig", launchConfiguration).put("scalePolicy", scalePolicy);
        name.ifPresent(own -> root.put("name", own));
        return new NodeDocument(root);
    }
}
