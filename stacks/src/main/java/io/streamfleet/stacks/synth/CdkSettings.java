package io.streamfleet.stacks.synth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the project's {@code cdk.json}, so that both ways to synthesise follow the same. */
final class CdkSettings {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Traces name this machine's folders and cost time. The cdk command takes these keys from no file. */
    private static final Map<String, Object> NO_TRACES =
            Map.of("aws:cdk:disable-stack-trace", true, "aws:cdk:disable-creation-stack-traces", true);

    private CdkSettings() {}

    /** Returns what an app that the cdk command runs adds to the context it is given. */
    static Map<String, Object> underCdk() {
        return NO_TRACES;
    }

    /** Returns the whole context of an app that runs by itself. */
    static Map<String, Object> context() {
        Map<String, Object> context = new TreeMap<>(flags());
        context.putAll(NO_TRACES);
        return context;
    }

    /** Returns the feature flags of {@code cdk.json}. */
    static Map<String, Object> flags() {
        try (InputStream in = CdkSettings.class.getResourceAsStream("/io/streamfleet/stacks/cdk.json")) {
            JsonNode settings = JSON.readTree(in);
            return JSON.convertValue(settings.path("context"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
