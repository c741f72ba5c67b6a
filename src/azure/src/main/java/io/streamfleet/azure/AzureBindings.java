package io.streamfleet.azure;

import software.amazon.jsii.JsiiModule;

/** The bindings of Azure's provider, for apps that have jsii load them before they are needed. */
public final class AzureBindings {
    private AzureBindings() {}

    /** Returns them as jsii takes them; loads nothing. */
    public static Class<? extends JsiiModule> library() {
        return com.hashicorp.cdktf.providers.azurerm.$Module.class;
    }
}
