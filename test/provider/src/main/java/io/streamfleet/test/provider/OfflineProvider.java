package io.streamfleet.test.provider;

import io.streamfleet.test.provider.Schema.Attribute;
import io.streamfleet.test.provider.Schema.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the provider does, apart from how Terraform asks for it. */
final class OfflineProvider {
    /** A result, or what stands against it. */
    record Answer(Object value, List<Diagnostic> diagnostics) {
        static Answer of(Object value) {
            return new Answer(value, List.of());
        }
    }

    /** What the types of the schemas call a secret's content; not all of them mark it as sensitive. */
    private static final Set<String> CONTENT = Set.of("secret_data", "value");

    private final ProviderSchemas schemas;
    private final Cloud cloud = new Cloud();

    OfflineProvider(ProviderSchemas schemas) {
        this.schemas = schemas;
    }

    ProviderSchemas schemas() {
        return schemas;
    }

    Cloud cloud() {
        return cloud;
    }

    void configure(Object settings) {
        cloud.configure(Values.object(settings));
    }

    List<Diagnostic> validate(String type, Object config) {
        var refused = new ArrayList<Diagnostic>();
        Blocks.forEach(resource(type).block(), config, (attribute, value) -> {
            if (value != null && attribute.isGivenByTheCloudAlone()) {
                refused.add(Diagnostic.at(attribute.name() + ": is given by the cloud alone"));
            }
        });
        refused.addAll(Refusals.of(type, Values.object(config)));
        return refused;
    }

    /** Keeps state as it is; state of another version of the schema is refused. */
    Answer upgrade(String type, long version, Object state) {
        long expected = resource(type).version();
        return version == expected
                ? Answer.of(state)
                : new Answer(
                        null,
                        List.of(Diagnostic.at(
                                type + ": state of version " + version + ", the schema's is " + expected)));
    }

    Object read(String type, Object state) {
        cloud.note(type, Values.object(state));
        return state;
    }

    /** Proposes what is configured. What the cloud computes is kept, and not known where there is none yet. */
    Object plan(String type, Object proposed) {
        return Blocks.map(resource(type).block(), proposed, (attribute, value) -> {
            if (attribute.writeOnly()) {
                return null;
            }
            return value == null && attribute.computed() ? Unknown.VALUE : value;
        });
    }

    /** Returns the attributes for whose change a resource that is there is replaced. */
    List<String> replacedBy(String type, Object prior, Object planned) {
        return prior == null || planned == null
                ? List.of()
                : Replacements.of(type, Values.object(prior), Values.object(planned));
    }

    Answer apply(String type, Object prior, Object planned, Object config) {
        if (planned == null) {
            return delete(type, Values.object(prior));
        }
        Block block = resource(type).block();
        var inventions = new Inventions(cloud, type, Values.object(planned));
        Object made = Blocks.map(block, planned, inventions::known);
        if (prior == null) {
            Optional<Diagnostic> refused = cloud.create(type, Values.object(made));
            if (refused.isPresent()) {
                return new Answer(null, List.of(refused.get()));
            }
        } else {
            cloud.note(type, Values.object(made));
        }
        Blocks.forEach(block, config, (attribute, value) -> noteSecret(type, attribute, value));
        return Answer.of(made);
    }

    private Answer delete(String type, Map<String, Object> prior) {
        var refused = new ArrayList<>(Refusals.ofDelete(type, prior));
        if (refused.isEmpty()) {
            cloud.delete(type, prior).ifPresent(refused::add);
        }
        return refused.isEmpty() ? Answer.of(null) : new Answer(prior, refused);
    }

    private void noteSecret(String type, Attribute attribute, Object value) {
        if (attribute.writeOnly() && value instanceof String text) {
            cloud.sent(new SentSecret(type, attribute.name(), text));
        }
    }

    /** Opens an ephemeral value: a secret's content is the canary. */
    Object open(String type, Object config) {
        var inventions = new Inventions(cloud, type, Values.object(config));
        return Blocks.map(schema(schemas.ephemerals(), type).block(), config, (attribute, value) -> {
            if (value != null || !attribute.computed()) {
                return value;
            }
            return CONTENT.contains(attribute.name()) ? Canary.json() : inventions.value(attribute);
        });
    }

    private Schema resource(String type) {
        return schema(schemas.resources(), type);
    }

    private static Schema schema(Map<String, Schema> schemas, String type) {
        Schema schema = schemas.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("no schema of " + type);
        }
        return schema;
    }
}
