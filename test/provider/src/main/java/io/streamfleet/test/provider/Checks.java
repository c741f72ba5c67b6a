package io.streamfleet.test.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of configurations, by resource type. */
final class Checks {
    private final Map<String, List<Check>> byType = new LinkedHashMap<>();

    void put(String type, Check... added) {
        byType.computeIfAbsent(type, key -> new ArrayList<>()).addAll(List.of(added));
    }

    List<Diagnostic> check(String type, Map<String, Object> config) {
        var refused = new ArrayList<Diagnostic>();
        byType.getOrDefault(type, List.of()).forEach(check -> refused.addAll(check.check(config)));
        return refused;
    }
}
