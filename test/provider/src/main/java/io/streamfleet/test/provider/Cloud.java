package io.streamfleet.test.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a provider remembers in place of a cloud: which resources there are, and what it was sent. Terraform's state is the
 * truth about resources; what an earlier run has made is known again once Terraform has asked for it.
 */
final class Cloud {
    /** Google gives a name once in a project and region, and refuses to delete what another resource uses. */
    private static final String GOOGLE = "google_compute_";

    /** Azure gives an id once, and refuses to delete these while another resource uses them. */
    private static final String AZURE = "azurerm_";

    private static final Set<String> NOT_DELETED_IN_USE = Set.of(
            "azurerm_lb",
            "azurerm_lb_backend_address_pool",
            "azurerm_nat_gateway",
            "azurerm_network_security_group",
            "azurerm_public_ip",
            "azurerm_subnet",
            "azurerm_virtual_network",
            "azurerm_web_application_firewall_policy");

    /** These name others without using them: the other may go first. */
    private static final Set<String> MENTIONS = Set.of("google_compute_region_instance_template");

    /** Another resource's use of a group of servers is a use of what manages it. */
    private static final List<String> NAMES = List.of("id", "self_link", "instance_group");

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<SentSecret> sent = new ArrayList<>();

    private Map<String, Object> settings = Map.of();

    /** A resource of this cloud. */
    private record Resource(String type, Map<String, Object> values) {
        /** Tells whether the other has one of this one's names among its values. */
        boolean isUsedBy(Resource other) {
            return NAMES.stream()
                    .map(values::get)
                    .anyMatch(name -> name instanceof String
                            && other.values.values().stream().anyMatch(value -> holds(value, name)));
        }

        private static boolean holds(Object value, Object wanted) {
            if (value instanceof Map<?, ?> map) {
                return map.values().stream().anyMatch(each -> holds(each, wanted));
            }
            return value instanceof List<?> list
                    ? list.stream().anyMatch(each -> holds(each, wanted))
                    : wanted.equals(value);
        }

        @Override
        public String toString() {
            return type + " '" + values.get("name") + "'";
        }
    }

    synchronized void configure(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Returns one of the provider's settings, such as the project, for resources that do not give their own. */
    synchronized String setting(String name, String otherwise) {
        return settings.get(name) instanceof String text ? text : otherwise;
    }

    /** Makes a resource; says what is wrong where another has its name. */
    synchronized Optional<Diagnostic> create(String type, Map<String, Object> values) {
        var resource = new Resource(type, values);
        if (isOfCloud(type) && resources.containsKey(key(resource))) {
            return Optional.of(Diagnostic.at(resource + " already exists", "name"));
        }
        resources.put(key(resource), resource);
        return Optional.empty();
    }

    /** Notes what a resource is now, which this or an earlier run has made. */
    synchronized void note(String type, Map<String, Object> values) {
        var resource = new Resource(type, values);
        resources.put(key(resource), resource);
    }

    /** Deletes a resource; says what is wrong where another uses it. */
    synchronized Optional<Diagnostic> delete(String type, Map<String, Object> values) {
        var resource = new Resource(type, values);
        Optional<Resource> user =
                type.startsWith(GOOGLE) || NOT_DELETED_IN_USE.contains(type) ? userOf(resource) : Optional.empty();
        if (user.isEmpty()) {
            resources.remove(key(resource));
        }
        return user.map(each -> Diagnostic.at(resource + " is in use by " + each));
    }

    private Optional<Resource> userOf(Resource used) {
        Stream<Resource> others = resources.values().stream()
                .filter(each -> isOfCloud(each.type()) && !MENTIONS.contains(each.type()))
                .filter(each -> !key(each).equals(key(used)));
        return others.filter(used::isUsedBy).findFirst();
    }

    synchronized void sent(SentSecret secret) {
        sent.add(secret);
    }

    /** Returns what write-only attributes were sent by changes, in order. */
    synchronized List<SentSecret> sent() {
        return List.copyOf(sent);
    }

    /** Others' names and uses are as far as their arguments go, and not known here. */
    private static boolean isOfCloud(String type) {
        return type.startsWith(GOOGLE) || type.startsWith(AZURE);
    }

    private static String key(Resource resource) {
        Map<String, Object> values = resource.values();
        return resource.type().startsWith(GOOGLE)
                ? resource.type() + " " + values.get("project") + " " + values.get("region") + " " + values.get("name")
                : resource.type() + " " + values.get("id");
    }
}
