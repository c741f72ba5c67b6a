package io.streamfleet.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.TestingAppConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * The Terraform JSON of a stack, as tests read it: cdktf's remarks are left out, and each resource is called by its path
 * below the stack, such as {@code Network/Main}, in place of its name with a hash; in references as well.
 */
public record Synth(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern REFERENCE =
            Pattern.compile("\\b((?:azurerm|google|time)_[a-z0-9_]+)\\.([A-Za-z][A-Za-z0-9/_-]*)");

    /**
     * Returns the JSON of a stack {@code live}, all of whose types are kept.
     *
     * @param providers adds the providers of the content
     * @param content adds what is tested
     */
    public static Synth of(Consumer<TerraformStack> providers, Consumer<TerraformStack> content) {
        var app = Testing.app(TestingAppConfig.builder().build());
        var stack = new ClusterStack(app, "live", StateBackend.local());
        providers.accept(stack);
        content.accept(stack);
        return of(stack);
    }

    /** Returns the JSON of a whole stack, which brings its provider. */
    public static Synth of(TerraformStack stack) {
        stack.prepareStack();
        stack.runAllValidations();
        JsonNode written = MAPPER.valueToTree(stack.toTerraform());
        try {
            KeptTypes.check(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Synth(calledByPath(written));
    }

    /** Returns the JSON of a whole stack in an app of its own. */
    public static Synth ofApp(Function<Construct, TerraformStack> stack) {
        return of(stack.apply(Testing.app(TestingAppConfig.builder().build())));
    }

    /** Returns what a text of JSON says. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Returns the types of which there are resources. */
    public Set<String> types() {
        var types = new TreeSet<String>();
        json.path("resource").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** Returns the only resource of a type. */
    public JsonNode only(String type) {
        Map<String, JsonNode> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(type + ": there are " + all.keySet() + ", not one");
        }
        return all.values().iterator().next();
    }

    /** Returns the resource of a type and path below the stack. */
    public JsonNode resource(String type, String path) {
        JsonNode found = all(type).get(path);
        if (found == null) {
            throw new AssertionError(
                    type + " " + path + ": not there, but " + all(type).keySet());
        }
        return found;
    }

    /** Returns the resources of a type by path; none is an empty map. */
    public Map<String, JsonNode> all(String type) {
        var all = new TreeMap<String, JsonNode>();
        json.path("resource").path(type).properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** Returns the addresses of what each resource waits for, by an attribute, by a local value or explicitly. */
    public Map<String, Set<String>> needs() {
        var texts = new TreeMap<String, String>();
        json.path("resource").properties().forEach(type -> type.getValue()
                .properties()
                .forEach(each -> texts.put(type.getKey() + "." + each.getKey(), withLocals(each.getValue()))));
        var needs = new TreeMap<String, Set<String>>();
        texts.forEach((address, text) -> needs.put(
                address,
                REFERENCE
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(texts::containsKey)
                        .collect(Collectors.toCollection(TreeSet::new))));
        return needs;
    }

    /** Fails where resources wait for each other. */
    public void checkNoCycle() {
        Map<String, Set<String>> left = needs();
        while (!left.isEmpty()) {
            List<String> free = left.entrySet().stream()
                    .filter(each -> each.getValue().stream().noneMatch(left::containsKey))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new AssertionError("these wait for each other: " + left);
            }
            free.forEach(left::remove);
        }
    }

    private String withLocals(JsonNode resource) {
        var text = new StringBuilder(resource.toString());
        json.path("locals").properties().forEach(local -> {
            if (text.indexOf("local." + local.getKey()) >= 0) {
                text.append(local.getValue());
            }
        });
        return text.toString();
    }

    private static JsonNode calledByPath(JsonNode written) {
        String text = written.toString();
        for (Map.Entry<String, JsonNode> type : written.path("resource").properties()) {
            for (Map.Entry<String, JsonNode> resource : type.getValue().properties()) {
                text = text.replaceAll(
                        "\\b" + type.getKey() + "\\." + resource.getKey() + "\\b",
                        Matcher.quoteReplacement(type.getKey() + "." + path(resource.getValue())));
            }
        }
        ObjectNode json = (ObjectNode) json(text);
        for (Map.Entry<String, JsonNode> type : json.path("resource").properties()) {
            var renamed = MAPPER.createObjectNode();
            for (JsonNode resource : type.getValue()) {
                String path = path(resource);
                ((ObjectNode) resource).remove("//");
                renamed.set(path, resource);
            }
            type.setValue(renamed);
        }
        json.remove("//");
        return json;
    }

    /** Without the stack's own name. */
    private static String path(JsonNode resource) {
        String path = resource.at("/~1~1/metadata/path").asText();
        return path.substring(path.indexOf('/') + 1);
    }
}
