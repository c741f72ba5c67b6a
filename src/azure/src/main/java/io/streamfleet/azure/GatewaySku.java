package io.streamfleet.azure;

/** Kinds of Application Gateway, version 2. */
public enum GatewaySku {
    /** With a firewall that looks at each request's path. */
    WAF_V2("WAF_v2"),
    /** Without: every path leads to the servers. */
    STANDARD_V2("Standard_v2");

    private final String text;

    GatewaySku(String text) {
        this.text = text;
    }

    /** Returns the kind as Azure spells it. */
    String text() {
        return text;
    }
}
