package io.streamfleet.test.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All schemas of one provider.
 *
 * @param source where Terraform knows it from, such as {@code hashicorp/google}
 * @param settings of the provider itself
 * @param resources by type
 * @param dataSources by type
 * @param ephemerals by type
 */
record ProviderSchemas(
        String source,
        Schema settings,
        Map<String, Schema> resources,
        Map<String, Schema> dataSources,
        Map<String, Schema> ephemerals) {
    /** Reads every file in a folder of what {@code terraform providers schema -json} prints. */
    static List<ProviderSchemas> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(ProviderSchemas::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProviderSchemas read(Path file) {
        JsonNode providers;
        try {
            providers = new ObjectMapper().readTree(file.toFile()).path("provider_schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (providers.size() != 1) {
            throw new IllegalArgumentException(file + ": must hold the schemas of one provider");
        }
        String name = providers.fieldNames().next();
        JsonNode json = providers.path(name);
        return new ProviderSchemas(
                name.substring(name.indexOf('/') + 1),
                Schema.read(json.path("provider")),
                schemas(json.path("resource_schemas")),
                schemas(json.path("data_source_schemas")),
                schemas(json.path("ephemeral_resource_schemas")));
    }

    private static Map<String, Schema> schemas(JsonNode json) {
        return Schema.each(json, (name, schema) -> Schema.read(schema));
    }
}
