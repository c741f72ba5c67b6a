package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a Stream Manager finds in documents, and what it refuses in them. */
final class Documents {
    private Documents() {}

    static void checkPolicy(JsonNode document) {
        JsonNode policy = document.path("policy");
        check(policy.path("name").isTextual(), "Invalid scale policy: name");
        check(policy.path("version").asText().equals("0.0.3"), "Invalid scale policy: version");
        check(
                policy.path("type").asText().equals("com.red5pro.services.autoscaling.model.ScalePolicyMaster"),
                "Invalid scale policy: type");
        check(!targets(document).isEmpty(), "Invalid scale policy: targets");
        for (JsonNode target : targets(document)) {
            check(
                    target.path("minLimit").asInt() <= target.path("maxLimit").asInt(),
                    "Invalid scale policy: minLimit of " + target.path("role").asText());
        }
    }

    static void checkConfiguration(JsonNode document, String version) {
        JsonNode configuration = document.path("launchconfig");
        check(configuration.path("name").isTextual(), "Invalid launch configuration: name");
        check(configuration.path("image").isTextual(), "Invalid launch configuration: image");
        check(configuration.path("properties").path("property").isArray(), "Invalid launch configuration: properties");
        check(configuration.path("metadata").path("meta").isArray(), "Invalid launch configuration: metadata");
        for (JsonNode target : targets(document)) {
            check(target.path("instanceType").isTextual(), "Invalid launch configuration: instanceType");
            check(version.equals("4.0") || !target.has("image"), "Invalid launch configuration: image of a role");
        }
    }

    private static void check(boolean isFine, String message) {
        if (!isFine) {
            throw new Refused(400, message);
        }
    }

    /** The targets of either document; those of a policy are the default region's. */
    static List<JsonNode> targets(JsonNode document) {
        JsonNode targets = document.has("policy")
                ? document.path("policy").path("targets").path("region").path(0).path("target")
                : document.path("launchconfig").path("targets").path("target");
        return StreamSupport.stream(targets.spliterator(), false).toList();
    }

    static List<String> roles(JsonNode policy) {
        return targets(policy).stream()
                .map(target -> target.path("role").asText())
                .toList();
    }

    static JsonNode target(JsonNode document, String role) {
        return targets(document).stream()
                .filter(target -> target.path("role").asText().equals(role))
                .findFirst()
                .orElse(JsonNodeFactory.instance.objectNode());
    }

    /** What must stay while a policy is in use: everything but the limits, in no order. */
    static ObjectNode withoutLimits(JsonNode policy) {
        ObjectNode rest = policy.path("policy").deepCopy();
        ObjectNode byRole = rest.putObject("targets");
        targets(policy)
                .forEach(target -> byRole.set(
                        target.path("role").asText(),
                        ((ObjectNode) target.deepCopy()).without(List.of("minLimit", "maxLimit", "role"))));
        return rest;
    }

    /** Numbers as the vendor's scripts have them: {@code 2.0}. */
    static JsonNode withDoubles(JsonNode document) {
        if (document.isIntegralNumber()) {
            return JsonNodeFactory.instance.numberNode(document.asDouble());
        }
        if (document.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            document.properties().forEach(each -> copy.set(each.getKey(), withDoubles(each.getValue())));
            return copy;
        }
        if (document.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            document.forEach(each -> copy.add(withDoubles(each)));
            return copy;
        }
        return document;
    }
}
