package io.streamfleet.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds what a synthesis emits against the keep-lists of the bindings: a type that is not on a list has no schema in
 * the project, so that nothing has checked it.
 */
public final class KeptTypes {
    private static final Map<String, String> BLOCKS = prefixes();

    private KeptTypes() {}

    /**
     * Fails where a stack has a resource, data source or ephemeral value whose type is not kept.
     *
     * @param template a {@code cdk.tf.json}
     */
    public static void check(Path template) throws IOException {
        check(new ObjectMapper().readTree(template.toFile()));
    }

    /** Fails as {@link #check(Path)}, for a template that is read already. */
    public static void check(JsonNode template) throws IOException {
        List<String> missing = missing(template);
        if (!missing.isEmpty()) {
            throw new AssertionError(String.join("\n", missing));
        }
    }

    static List<String> missing(JsonNode template) throws IOException {
        var missing = new ArrayList<String>();
        for (String address : addresses(template)) {
            String type = address.substring(address.indexOf('.') + 1);
            String provider = type.substring(0, type.indexOf('_'));
            if (provider.equals("terraform")) {
                continue; // built into Terraform
            }
            if (!lines(provider).contains(address)) {
                missing.add(address + " is emitted and not kept: add the line '" + address + "' to src/bindings/keep/"
                        + provider + ".txt, and run filter-schema.mjs");
            }
        }
        return missing;
    }

    private static TreeSet<String> addresses(JsonNode template) {
        var addresses = new TreeSet<String>();
        BLOCKS.forEach((block, prefix) -> template.path(block).fieldNames().forEachRemaining(type -> {
            addresses.add(prefix + type);
        }));
        return addresses;
    }

    private static List<String> lines(String provider) throws IOException {
        try (InputStream list = KeptTypes.class.getResourceAsStream("keep/" + provider + ".txt")) {
            return list == null
                    ? List.of()
                    : new String(list.readAllBytes(), UTF_8)
                            .lines()
                            .map(String::strip)
                            .toList();
        }
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("resource", "");
        prefixes.put("data", "data.");
        prefixes.put("ephemeral", "ephemeral.");
        return prefixes;
    }
}
