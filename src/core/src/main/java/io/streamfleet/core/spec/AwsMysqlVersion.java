package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Key;

/** Versions of MySQL that RDS runs and a Stream Manager works with. */
public enum AwsMysqlVersion {
    @Doc("Long-term release, in standard support.")
    @Key("8.4")
    V8_4("8.4"),
    @Doc("Standard support of RDS ended on 2026-07-31; extended support costs extra.")
    @Key("8.0")
    V8_0("8.0");

    private final String version;

    AwsMysqlVersion(String version) {
        this.version = version;
    }

    /** Returns the version as RDS names it. */
    public String version() {
        return version;
    }
}
