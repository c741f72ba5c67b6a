package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Key;

/** Versions of the Stream Manager's REST API. */
public enum StreamManagerApi {
    @Key("4.0")
    V4_0("4.0"),
    @Key("3.1")
    V3_1("3.1");

    private final String version;

    StreamManagerApi(String version) {
        this.version = version;
    }

    /** Returns the version as the API's path has it. */
    public String version() {
        return version;
    }
}
