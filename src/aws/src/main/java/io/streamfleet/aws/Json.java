package io.streamfleet.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes objects whose keys keep their order: maps of the JDK's {@code Map.of} change theirs from run to run. */
final class Json {
    private Json() {}

    /** Returns an object of keys and values, one after the other. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }
}
