package io.streamfleet.core.shape;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The components of records, looked up once. */
final class Components {
    private static final Map<Class<?>, RecordComponent[]> KNOWN = new ConcurrentHashMap<>();

    private Components() {}

    /** Returns a record's components; the array must not be changed. */
    static RecordComponent[] of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, Class::getRecordComponents);
    }
}
