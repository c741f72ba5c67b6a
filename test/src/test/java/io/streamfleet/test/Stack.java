package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A stack of Terraform's, as {@code cdk.tf.json} has it. */
record Stack(JsonNode json) implements Resources<Stack.Resource> {
    /** One of its resources. */
    record Resource(String type, String name, JsonNode json) implements Typed {
        /** Returns what others refer to it by, such as {@code google_compute_network.Cluster_Network}. */
        String address() {
            return type + "." + name;
        }

        /** Returns an argument by its names; the only item of a block stands for the block. */
        JsonNode argument(String... names) {
            JsonNode node = json;
            for (String each : names) {
                node = node.isArray() && node.size() == 1 ? node.path(0).path(each) : node.path(each);
            }
            return node;
        }

        /** Returns the text of an argument; references stay as Terraform writes them. */
        String text(String... names) {
            return argument(names).asText();
        }

        @Override
        public String toString() {
            return address();
        }
    }

    /** Returns all resources, by address. */
    @Override
    public List<Resource> resources() {
        Map<String, Resource> sorted = new TreeMap<>();
        json.path("resource")
                .properties()
                .forEach(type -> type.getValue().properties().forEach(each -> {
                    Resource resource = new Resource(type.getKey(), each.getKey(), each.getValue());
                    sorted.put(resource.address(), resource);
                }));
        return List.copyOf(sorted.values());
    }

    /** Returns a copy with a change in it. */
    Stack with(Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy);
        return new Stack(copy);
    }

    /** Returns the whole stack as one text. */
    String text() {
        return Json.sorted(json);
    }
}
