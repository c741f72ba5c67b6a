package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Key;

/** Versions of MySQL that every cloud runs and a Stream Manager works with. */
public enum MysqlVersion {
    @Doc("Long-term release, in standard support.")
    @Key("8.4")
    V8_4("8.4"),
    @Doc("Standard support of RDS ended on 2026-07-31, MySQL's own in April 2026; extended support costs extra.")
    @Key("8.0")
    V8_0("8.0");

    private final String version;

    MysqlVersion(String version) {
        this.version = version;
    }

    /** Returns the version as descriptions and RDS name it. */
    public String version() {
        return version;
    }
}
