package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Key;

/** Kinds of Application Gateway. The first generation was retired on 2026-04-28. */
public enum AzureGatewaySku {
    @Doc("With a web application firewall, which closes the admin API.")
    @Key("WAF_v2")
    WAF_V2("WAF_v2"),
    @Doc("Without a firewall: only where the admin API may be open.")
    @Key("Standard_v2")
    STANDARD_V2("Standard_v2");

    private final String sku;

    AzureGatewaySku(String sku) {
        this.sku = sku;
    }

    /** Returns the kind as Azure names it. */
    public String sku() {
        return sku;
    }
}
