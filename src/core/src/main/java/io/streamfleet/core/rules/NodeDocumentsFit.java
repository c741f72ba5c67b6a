package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.nodes.NodeDocuments;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Keeps the nodes' documents storable: they go to SSM parameters, which hold 8 KB each at most. */
final class NodeDocumentsFit implements Red5OnAwsRule {
    private static final int MOST_BYTES = 8192;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        String document = NodeDocuments.of(cluster.spec()).launchConfiguration().compactText();
        return Stream.of(document.getBytes(StandardCharsets.UTF_8).length)
                .filter(bytes -> bytes > MOST_BYTES)
                .map(bytes -> Violation.at("nodes.properties")
                        .given("a launch configuration of " + bytes + " bytes with them and the metadata")
                        .allowed("at most " + MOST_BYTES + ", which an SSM parameter holds")
                        .todo("shorten properties or metadata"));
    }
}
