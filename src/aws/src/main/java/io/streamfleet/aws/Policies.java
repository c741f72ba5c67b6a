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

    /** Returns a statement that allows, with the given keys and values, one after the other. */
    static Map<String, Object> allow(Object... keysAndValues) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.putAll(Json.object(keysAndValues));
        return statement;
    }
}
