package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.test.provider.Schema.Attribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Makes up what a cloud computes, in the form that the cloud gives it: ids, links, addresses. The same resource gets the
 * same values in every run.
 */
final class Inventions {
    private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";

    private static final List<String> OWNERS_BY_ID = List.of("loadbalancer_id", "private_dns_zone_id");
    private static final List<String> OWNERS_BY_NAME =
            List.of("virtual_network_name", "network_security_group_name", "server_name", "zone_name");

    private final Cloud cloud;
    private final String type;
    private final Map<String, Object> resource;

    Inventions(Cloud cloud, String type, Map<String, Object> resource) {
        this.cloud = cloud;
        this.type = type;
        this.resource = resource;
    }

    /** Returns the value that takes the place of one that is not known. */
    Object value(Attribute attribute) {
        return value(attribute.name(), attribute.type());
    }

    /** Replaces what is not known within a value that is known as a whole. */
    Object known(Attribute attribute, Object planned) {
        return planned instanceof Unknown ? value(attribute) : within(attribute.name(), attribute.type(), planned);
    }

    private Object within(String name, JsonNode type, Object planned) {
        if (planned instanceof Unknown) {
            return value(name, type);
        }
        if (planned instanceof List<?> list) {
            var made = new ArrayList<Object>();
            list.forEach(each -> made.add(within(name, type.path(1), each)));
            return made;
        }
        if (planned instanceof Map<?, ?> map) {
            boolean isObject = type.path(0).asText().equals("object");
            var made = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> made.put(
                    (String) key,
                    within((String) key, isObject ? type.path(1).path((String) key) : type.path(1), each)));
            return made;
        }
        return planned;
    }

    private Object value(String name, JsonNode type) {
        return switch (type.isTextual() ? type.asText() : type.path(0).asText()) {
            case "string" -> text(name);
            case "number" -> BigDecimal.ONE;
            case "bool" -> false;
            case "map" -> Map.of();
            case "object" -> object(type.path(1));
            case "list", "set" -> {
                var one = new ArrayList<Object>();
                one.add(value(name, type.path(1)));
                yield one;
            }
            default -> throw new IllegalArgumentException(name + ": no values of type " + type);
        };
    }

    private Map<String, Object> object(JsonNode types) {
        var made = new LinkedHashMap<String, Object>();
        types.forEachEntry((name, type) -> made.put(name, value(name, type)));
        return made;
    }

    private String text(String name) {
        return switch (name) {
            case "id" -> id();
            case "self_link", "instance_group" -> "https://www.googleapis.com/compute/v1/" + id();
            case "self_link_unique" -> "https://www.googleapis.com/compute/v1/" + id() + "?uniqueId=" + number();
            case "deletion_policy" -> "DELETE";
            case "project" -> cloud.setting("project", "offline-project");
            case "region" -> cloud.setting("region", "offline-region1");
            case "zone" -> cloud.setting("region", "offline-region1") + "-a";
            case "name" -> given("name_prefix", type.replace('_', '-') + "-") + number();
            case "email" -> given("account_id", "account") + "@" + project() + ".iam.gserviceaccount.com";
            case "member" -> "serviceAccount:" + text("email");
            case "connection_name" -> project() + ":" + text("region") + ":" + given("name", "instance");
            case "fqdn" -> given("name", "host") + ".offline.example";
            case "principal_id", "client_id", "tenant_id" -> "00000000-0000-4000-8000-" + digits(name, 12);
            default ->
                name.endsWith("ip_address") || name.equals("address") || name.endsWith("gateway_address")
                        ? address()
                        : name + "-" + number();
        };
    }

    private String id() {
        String name = resource.get("name") instanceof String text ? text : text("name");
        if (type.startsWith("azurerm_")) {
            return azureParent() + "/" + type.substring("azurerm_".length()) + "/" + name;
        }
        String place = resource.get("region") instanceof String region ? "regions/" + region : "global";
        return "projects/" + project() + "/" + place + "/" + type.substring(type.indexOf('_') + 1) + "/" + name;
    }

    /** What an id of Azure begins with: another's id, or the group with the names of what the resource is part of. */
    private String azureParent() {
        Optional<String> whole = OWNERS_BY_ID.stream()
                .map(resource::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
        String names = OWNERS_BY_NAME.stream()
                .map(resource::get)
                .filter(Objects::nonNull)
                .map(owner -> "/" + owner)
                .collect(Collectors.joining());
        return whole.orElseGet(() -> SUBSCRIPTION + "/resourceGroups/" + given("resource_group_name", "offline")
                + "/providers/offline" + names);
    }

    private String project() {
        return given("project", cloud.setting("project", "offline-project"));
    }

    private String given(String name, String otherwise) {
        return resource.get(name) instanceof String text ? text : otherwise;
    }

    /** An address of the range that is kept for documentation. */
    private String address() {
        return "203.0.113." + (1 + Long.parseLong(number()) % 254);
    }

    private String number() {
        return digits("", 10);
    }

    private String digits(String salt, int length) {
        var sum = new CRC32();
        sum.update((salt + type + settled()).getBytes(UTF_8));
        String digits = "0000000000000" + sum.getValue();
        return digits.substring(digits.length() - length);
    }

    /** What tells this resource from others of its type: all that is known of it. */
    private String settled() {
        var known = new StringBuilder();
        resource.forEach((key, value) -> {
            if (value != null && !(value instanceof Unknown)) {
                known.append(key).append('=').append(value).append(';');
            }
        });
        return known.toString();
    }
}
