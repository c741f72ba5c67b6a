package io.streamfleet.test.provider;

import java.util.List;
import java.util.stream.Collectors;

/** The secret that the provider gives out: JSON with every field that a tier's secret has, each with a value of its own. */
public final class Canary {
    /** Is in every value, and nowhere else: where it turns up, a secret does. */
    public static final String MARK = "canary-7f3a91";

    private static final List<String> FIELDS = List.of(
            "clusterPassword",
            "nodeApiToken",
            "administratorToken",
            "databasePassword",
            "accessKey",
            "accessSecret",
            "controllerKeys",
            "clientKey",
            "vmPassword");

    private Canary() {}

    /** Returns the value of a field, such as {@code databasePassword}. */
    public static String of(String field) {
        return MARK + "-" + field;
    }

    static String json() {
        return FIELDS.stream()
                .map(field -> "\"" + field + "\":\"" + of(field) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
