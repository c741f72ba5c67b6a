package io.streamfleet.stacks.nodes;

import io.streamfleet.core.nodes.NodeDocument;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Writes the documents of fleets into a folder: one folder a deployment, one file a document. */
public final class NodeFiles {
    private final Path folder;

    /**
     * Names the folder.
     *
     * @param folder where the deployments' folders go; it and the folders above it need not exist
     * @throws Refusal when something else than a folder is there
     */
    public NodeFiles(Path folder) {
        this.folder = folder;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal(folder + " is not a folder; remove it, or name another folder: -o DIR");
        }
    }

    /**
     * Writes a deployment's documents; files of the same names are replaced, each in one step, and others are left alone.
     *
     * @return where they are; empty for a deployment whose product launches no nodes
     * @throws Refusal when the folder cannot be written
     */
    public Optional<Path> write(ClusterSpec spec) {
        if (!(spec.product() instanceof Red5)) {
            return Optional.empty();
        }
        Path place = folder.resolve(spec.name());
        try {
            Files.createDirectories(place);
            for (Map.Entry<String, NodeDocument> each :
                    NodeDocuments.of(spec).byName().entrySet()) {
                replace(place.resolve(each.getKey() + ".json"), each.getValue().text());
            }
        } catch (IOException e) {
            throw new Refusal(place + " cannot be written; name a folder where you may write: -o DIR", e);
        }
        return Optional.of(place);
    }

    /** Whoever reads the file meanwhile reads the whole old or the whole new one. */
    private static void replace(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), "");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
