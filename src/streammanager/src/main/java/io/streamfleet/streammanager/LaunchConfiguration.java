package io.streamfleet.streammanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Stream Manager launches for each role.
 *
 * @param name by which node groups refer to it
 * @param description what it is, for people
 * @param image name of the image
 * @param version version of its form
 * @param targets what is launched, by role
 * @param properties what the cloud's controller is told; a list is its JSON
 * @param metadata what the nodes are told
 */
public record LaunchConfiguration(
        String name,
        String description,
        String image,
        String version,
        List<Target> targets,
        Map<String, String> properties,
        Map<String, String> metadata) {
    /** Copies. */
    public LaunchConfiguration {
        targets = List.copyOf(targets);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * What is launched for one role.
     *
     * @param role the role
     * @param instanceType type of the nodes, in the cloud's own word
     * @param capacity connections that a node takes
     * @param image name of an image for this role alone (API 4.0)
     */
    public record Target(String role, String instanceType, long capacity, Optional<String> image) {
        private static Target of(Shape target) {
            return new Target(
                    target.key("role").text(),
                    target.key("instanceType").text(),
                    target.key("connectionCapacity").whole(),
                    target.find("image").map(Shape::text));
        }
    }

    /**
     * Reads a document of one's own.
     *
     * @throws IllegalArgumentException when it is not of the API's form, with the place
     */
    public static LaunchConfiguration of(JsonNode document) {
        return read(Shape.ofDocument(document));
    }

    /** Answers come with and without the outer key: the vendor's pages have it, its scripts read them without. */
    static LaunchConfiguration read(Shape document) {
        Shape configuration = document.find("launchconfig").orElse(document);
        return new LaunchConfiguration(
                configuration.key("name").text(),
                configuration.find("description").map(Shape::text).orElse(""),
                configuration.key("image").text(),
                configuration.key("version").text(),
                configuration.key("targets").key("target").items().stream()
                        .map(Target::of)
                        .toList(),
                pairs(configuration, "properties", "property", "name"),
                pairs(configuration, "metadata", "meta", "key"));
    }

    private static Map<String, String> pairs(Shape configuration, String outer, String inner, String key) {
        Map<String, String> pairs = new TreeMap<>();
        configuration
                .find(outer)
                .flatMap(found -> found.find(inner))
                .map(Shape::items)
                .orElse(List.of())
                .forEach(pair ->
                        pairs.put(pair.key(key).text(), pair.key("value").textOrJson()));
        return pairs;
    }

    /** Returns all it says but its name and description, by the path of each. */
    public SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("image", image);
        facts.put("version", version);
        for (Target each : targets) {
            facts.put(each.role() + ".instanceType", each.instanceType());
            facts.put(each.role() + ".connectionCapacity", String.valueOf(each.capacity()));
            each.image().ifPresent(own -> facts.put(each.role() + ".image", own));
        }
        properties.forEach((name, value) -> facts.put("properties." + name, value));
        metadata.forEach((key, value) -> facts.put("metadata." + key, value));
        return facts;
    }
}
