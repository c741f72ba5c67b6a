package io.streamfleet.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes IAM policies as they stand in a template. */
final class Policies {
    private Policies() {}

    /** Returns a policy document of statements. */
    static Map<String, Object> document(List<Map<String, Object>> statements) {
        return Json.object("Version", "2012-10-17", "Statement", statements);
    }

    /** Returns a statement that allows actions on resources, under a name of its own. */
    static Map<String, Object> allow(String sid, Object actions, Object resources) {
        return allow("Sid", sid, "Action", actions, "Resource", resources);
    }

    /** Returns one that does so under a condition, of operators and what each compares, one after the other. */
    static Map<String, Object> allowWhere(String sid, Object actions, Object resources, Object... condition) {
        Map<String, Object> statement = allow(sid, actions, resources);
        statement.put("Condition", Json.object(condition));
        return statement;
    }

    /** Returns a statement that allows, with the given keys and values, one after the other. */
    static Map<String, Object> allow(Object... keysAndValues) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.putAll(Json.object(keysAndValues));
        return statement;
    }
}
