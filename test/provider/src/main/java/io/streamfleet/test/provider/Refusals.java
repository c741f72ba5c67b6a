package io.streamfleet.test.provider;

import java.util.List;
import java.util.Map;

/**
 * What the real providers refuse before anything is made, though the schema allows it. Hand-written, since schemas hold no
 * such thing: the checks that concern what streamfleet emits. The providers check more, and the clouds far more.
 */
final class Refusals {
    private static final Checks CHECKS = new Checks();

    static {
        GoogleRefusals.addTo(CHECKS);
        AzureRefusals.addTo(CHECKS);
    }

    private Refusals() {}

    /** Returns what the real provider has against a configuration. */
    static List<Diagnostic> of(String type, Map<String, Object> config) {
        return CHECKS.check(type, config);
    }

    /** Returns what the real provider has against deleting a resource. */
    static List<Diagnostic> ofDelete(String type, Map<String, Object> state) {
        String what = type + " '" + state.get("name") + "': ";
        if ("PREVENT".equals(state.get("deletion_policy"))) {
            return List.of(Diagnostic.at(what + "deletion_policy is PREVENT"));
        }
        // The provider's default is true: what does not say is protected.
        if (type.equals("google_sql_database_instance") && !Boolean.FALSE.equals(state.get("deletion_protection"))) {
            return List.of(Diagnostic.at(what + "deletion_protection is true"));
        }
        return List.of();
    }
}
