package io.streamfleet.stacks.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What CDKTF writes: a folder for each stack, and a manifest that names them all.
 *
 * @param folder where it is
 */
record CdktfOutput(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Moves all of other outputs, on the same file system, to this one. */
    void add(List<CdktfOutput> others) {
        try {
            ObjectNode manifest = (ObjectNode) JSON.readTree(manifest().toFile());
            for (CdktfOutput other : others) {
                ((ObjectNode) manifest.get("stacks")).setAll((ObjectNode)
                        JSON.readTree(other.manifest().toFile()).get("stacks"));
                for (Path stack : filesIn(other.stacks())) {
                    Files.move(stack, stacks().resolve(stack.getFileName()));
                }
            }
            Files.writeString(manifest(), asCdktfWrites(manifest, "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path manifest() {
        return folder.resolve("manifest.json");
    }

    private Path stacks() {
        return folder.resolve("stacks");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** In the order of keys, with nothing between the brackets of an empty list but a new line. */
    private static String asCdktfWrites(JsonNode json, String newLine) {
        String inner = newLine + "  ";
        if (json.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            json.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
            return sorted.entrySet().stream()
                    .map(each -> inner + JSON.getNodeFactory().textNode(each.getKey()) + ": "
                            + asCdktfWrites(each.getValue(), inner))
                    .collect(Collectors.joining(",", "{", newLine + "}"));
        }
        if (json.isArray()) {
            return json.valueStream()
                    .map(each -> inner + asCdktfWrites(each, inner))
                    .collect(Collectors.joining(",", "[", newLine + "]"));
        }
        return json.toString();
    }
}
