package io.streamfleet.google;

import software.amazon.jsii.JsiiModule;

/** The bindings of Google Cloud's provider, for apps that have jsii load them before they are needed. */
public final class GoogleBindings {
    private GoogleBindings() {}

    /** Returns them as jsii takes them; loads nothing. */
    public static Class<? extends JsiiModule> library() {
        return com.hashicorp.cdktf.providers.google.$Module.class;
    }
}
