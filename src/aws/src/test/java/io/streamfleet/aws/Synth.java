package io.streamfleet.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;

/** Synthesises a stack of someone else's, of known account and region, and reads its template as maps. */
final class Synth {
    private final Map<String, Object> template;
    private final String directory;

    private Synth(Map<String, Object> template, String directory) {
        this.template = template;
        this.directory = directory;
    }

    static Synth of(Consumer<Stack> content) {
        App app = new App(AppProps.builder()
                .analyticsReporting(false)
                .context(Map.of("@aws-cdk/core:newStyleStackSynthesis", true))
                .build());
        Stack stack = new Stack(
                app,
                "Someones",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("us-east-1")
                                .build())
                        .build());
        content.accept(stack);
        Template template = Template.fromStack(stack);
        return new Synth(template.toJSON(), app.synth().getDirectory());
    }

    /** Returns the lines of the assembly that tell of a warning or an error. */
    List<String> warnings() {
        return lines("aws:cdk:warning", "aws:cdk:error");
    }

    boolean looksUp() {
        return !lines("\"missing\"").isEmpty();
    }

    private List<String> lines(String... words) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".template.json"))
                    .flatMap(file -> read(file).lines())
                    .filter(line -> Stream.of(words).anyMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> template() {
        return template;
    }

    /** Returns the resources of a type. */
    List<Map<String, Object>> resources(String type) {
        return all().stream()
                .filter(resource -> type.equals(resource.get("Type")))
                .toList();
    }

    /** Returns the properties of the resources of a type. */
    List<Map<String, Object>> properties(String type) {
        return resources(type).stream().map(Synth::properties).toList();
    }

    /** Returns the properties of the one resource of a type. */
    Map<String, Object> only(String type) {
        List<Map<String, Object>> found = properties(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type + ", found " + found.size());
        }
        return found.get(0);
    }

    /** Returns the types of all resources. */
    List<String> types() {
        return all().stream().map(resource -> (String) resource.get("Type")).toList();
    }

    /** Returns the logical ids of the resources of a type. */
    List<String> ids(String type) {
        return resourceMap().entrySet().stream()
                .filter(entry -> type.equals(entry.getValue().get("Type")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Collection<Map<String, Object>> all() {
        return resourceMap().values();
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> resourceMap() {
        return (Map<String, Map<String, Object>>) template.get("Resources");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> properties(Map<String, Object> resource) {
        return (Map<String, Object>) resource.getOrDefault("Properties", Map.of());
    }
}
