package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;

/** Whether a database refuses connections without TLS. */
public enum DatabaseTls {
    @Doc("Connections without TLS are refused.")
    REQUIRED,
    @Doc("Connections without TLS are accepted, for images whose JDBC driver cannot.")
    OPTIONAL
}
