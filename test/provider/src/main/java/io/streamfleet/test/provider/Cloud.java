package io.streamfleet.test.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider remembers in place of a cloud: which names are taken, and what it was sent. Terraform's state is the
 * truth about resources; this is empty again when the provider is started anew.
 */
final class Cloud {
    /** Google's own types, whose names are unique in a project and region; others' are as far as their arguments go. */
    private static final String COMPUTE = "google_compute_";

    private final Map<String, String> taken = new LinkedHashMap<>();
    private final List<SentSecret> sent = new ArrayList<>();

    private Map<String, Object> settings = Map.of();

    synchronized void configure(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Returns one of the provider's settings, such as the project, for resources that do not give their own. */
    synchronized String setting(String name, String otherwise) {
        return settings.get(name) instanceof String text ? text : otherwise;
    }

    /** Takes the name of a new resource; says what is wrong where another has it. */
    synchronized Optional<Diagnostic> create(String type, Map<String, Object> resource) {
        Optional<String> name = nameOf(type, resource);
        if (name.isPresent() && taken.containsKey(name.get())) {
            return Optional.of(Diagnostic.at(type + " '" + resource.get("name") + "' already exists", "name"));
        }
        name.ifPresent(key -> taken.put(key, type));
        return Optional.empty();
    }

    /** Notes a resource that an earlier run has made. */
    synchronized void read(String type, Map<String, Object> resource) {
        nameOf(type, resource).ifPresent(key -> taken.put(key, type));
    }

    synchronized void delete(String type, Map<String, Object> resource) {
        nameOf(type, resource).ifPresent(taken::remove);
    }

    synchronized void sent(SentSecret secret) {
        sent.add(secret);
    }

    /** Returns what write-only attributes were sent by changes, in order. */
    synchronized List<SentSecret> sent() {
        return List.copyOf(sent);
    }

    private static Optional<String> nameOf(String type, Map<String, Object> resource) {
        if (!type.startsWith(COMPUTE) || !(resource.get("name") instanceof String name)) {
            return Optional.empty();
        }
        return Optional.of(type + " " + resource.get("project") + " " + resource.get("region") + " " + name);
    }
}
