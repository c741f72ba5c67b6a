package io.streamfleet.core.nodes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.spec.NodeRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Stream Manager launches for each role.
 *
 * @param name by which node groups refer to it
 * @param description what it is, for people
 * @param image name of the image
 * @param targets what is launched, by role
 * @param properties what the cloud's controller is told
 * @param metadata what the nodes are told
 */
record LaunchConfiguration(
        String name,
        String description,
        String image,
        List<Target> targets,
        Map<String, Value> properties,
        Map<String, String> metadata) {
    private static final String VERSION = "0.0.3";

    LaunchConfiguration {
        targets = List.copyOf(targets);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * What is launched for one role.
     *
     * @param role the role
     * @param instanceType type of the nodes, in the cloud's own word
     * @param capacity connections that a node takes
     * @param image name of an image for this role alone, which API 4.0 knows
     */
    record Target(NodeRole role, String instanceType, int capacity, Optional<String> image) {
        private ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("role", role.key())
                    .put("instanceType", instanceType)
                    .put("connectionCapacity", capacity);
            image.ifPresent(name -> json.put("image", name));
            return json;
        }
    }

    /** The value of a property: Azure's {@code vmSizeFallbacks} is a list, every other a text. */
    sealed interface Value {
        /** One text. */
        record Text(String text) implements Value {}

        /** Several texts. */
        record Texts(List<String> texts) implements Value {
            public Texts {
                texts = List.copyOf(texts);
            }
        }

        /** Puts the value under its key. */
        private void putInto(ObjectNode property) {
            if (this instanceof Texts several) {
                ArrayNode values = property.putArray("value");
                several.texts().forEach(values::add);
            } else if (this instanceof Text one) {
                property.put("value", one.text());
            }
        }
    }

    /** Returns the configuration as the REST API takes it, with properties and metadata even where there are none. */
    NodeDocument document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode configuration = root.putObject("launchconfig")
                .put("name", name)
                .put("description", description)
                .put("image", image)
                .put("version", VERSION);
        ArrayNode target = configuration.putObject("targets").putArray("target");
        targets.forEach(each -> target.add(each.json()));
        ArrayNode property = configuration.putObject("properties").putArray("property");
        properties.forEach((key, value) -> value.putInto(property.addObject().put("name", key)));
        ArrayNode meta = configuration.putObject("metadata").putArray("meta");
        metadata.forEach((key, value) -> meta.addObject().put("key", key).put("value", value));
        return new NodeDocument(root);
    }
}
