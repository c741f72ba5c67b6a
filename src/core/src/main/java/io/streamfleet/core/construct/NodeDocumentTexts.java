package io.streamfleet.core.construct;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.ClusterSpec;

/**
 * The documents from which a Stream Manager launches and scales its nodes, as its REST API takes them.
 *
 * @param scalePolicy how many nodes of which role: required
 * @param launchConfiguration from which image, of which type: required
 * @param nodeGroup where, and by which of the two: required
 */
@Props
public record NodeDocumentTexts(String scalePolicy, String launchConfiguration, String nodeGroup) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when one is missing
     */
    public NodeDocumentTexts {
        new Check(NodeDocumentTexts.class, scalePolicy, launchConfiguration, nodeGroup).orThrow();
    }

    /** Returns a builder. */
    public static NodeDocumentTextsBuilder builder() {
        return NodeDocumentTextsBuilder.builder();
    }

    /**
     * Returns a description's documents.
     *
     * @throws IllegalArgumentException when the description is of a product without Stream Managers
     */
    public static NodeDocumentTexts of(ClusterSpec spec) {
        NodeDocuments documents = NodeDocuments.of(spec);
        return new NodeDocumentTexts(
                documents.scalePolicy().compactText(),
                documents.launchConfiguration().compactText(),
                documents.nodeGroup().compactText());
    }
}
